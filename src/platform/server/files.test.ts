import fc from 'fast-check'
import type { FastifyReply } from 'fastify'
import { describe, expect, it } from 'vitest'
import { asDownload, describeFile } from './files.ts'

const dispositionOf = (name: string): string => {
  let value = ''
  const reply = {
    header: (_name: string, given: string) => {
      value = given
      return reply
    },
    type: () => reply,
  }
  asDownload(reply as unknown as FastifyReply, name, 'text/plain')
  return value
}

describe('a file that is handed in', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Brev\\brev.pdf', 'brev.pdf'],
    ['linje\r\nskift.txt', 'linje__skift.txt'],
    ['', 'fil'],
  ])('%j is called %j', (given, name) => {
    expect(describeFile(given).name).toBe(name)
  })

  it.each([
    ['brev.pdf', 'application/pdf'],
    ['side.html', 'application/octet-stream'],
    ['bilde.svg', 'application/octet-stream'],
    ['brev.pdf.html', 'application/octet-stream'],
    ['uten-endelse', 'application/octet-stream'],
  ])('%s is given back as %s, whatever its sender says', (name, mediaType) => {
    expect(describeFile(name).mediaType).toBe(mediaType)
  })
})

describe('the header of a download', () => {
  it('holds any name, in one line of plain characters that a browser reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const header = dispositionOf(name)
        expect(header).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[\w.~!%-]*$/)
        expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name)
      }),
    )
  })
})
