import { randomBytes } from 'node:crypto'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../rules/problem.ts'
import { readText } from './read-text.ts'
import { inspectZip } from './zip-guard.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const typst = (source: string) =>
  new Uint8Array(NodeCompiler.create().pdf({ mainFileContent: `#set page(paper: "a4")\n${source}` }, {}))

const problemOf = async (reading: Promise<unknown>) => {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ProblemError)) throw new Error(`expected a problem, got ${String(error)}`)
  return error.problem
}

describe('text files', () => {
  const letter = 'Tildelingsbrev for året\nOppdrag: følge opp «språk» – frist 1. mai'
  const windows1252 = new Uint8Array(Buffer.from(letter.replace('–', '\x96'), 'latin1'))

  it.each([
    ['UTF-8', utf8(letter), []],
    ['UTF-8 with a mark', utf8(`\uFEFF${letter}`), []],
    ['UTF-16 with a mark', utf16(`\uFEFF${letter}`), ['read-as-utf-16']],
    ['UTF-16 without a mark', utf16(letter), ['read-as-utf-16']],
    [
      'UTF-16 the other way round',
      new Uint8Array(Buffer.from(`\uFEFF${letter}`, 'utf16le').swap16()),
      ['read-as-utf-16'],
    ],
    ['Windows-1252', windows1252, ['read-as-windows-1252']],
    ['Windows line ends', utf8(letter.replace('\n', '\r\n')), []],
  ])('reads %s', async (_, bytes, warnings) => {
    expect(await readText(bytes, 'brev.txt')).toEqual({ text: letter, format: 'txt', warnings })
  })

  it.each(['Oppl\uFFFDring i norsk', 'Oppl?ring i norsk f?r bosetting', 'OpplÃ¦ring i norsk fÃ¸r bosetting'])(
    'says that letters are lost in %s',
    async (text) => {
      expect((await readText(utf8(text), 'brev.txt')).warnings).toEqual(['damaged-characters'])
    },
  )

  it('lets nothing through that the database cannot keep, and moves nothing by it', async () => {
    const text = `${'Tildelingsbrev '.repeat(400)}a\0b`
    expect((await readText(utf8(text), 'brev.txt')).text).toBe(text.replace('\0', '\uFFFD'))
    const halfPair = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x62, 0x00])
    expect((await readText(halfPair, 'brev.txt')).text).toBe('a\uFFFDb')
  })

  it('does not take a question for a lost letter', async () => {
    expect((await readText(utf8('Hva er målet? Hvem har ansvaret?'), 'brev.txt')).warnings).toEqual([])
  })
})

describe('PDF', () => {
  it('keeps lines in reading order and rows of tables with their columns', async () => {
    const { text, format, warnings } = await readText(
      typst(`= Tildelingsbrev for året
Første avsnitt om bosetting.

#table(columns: (2cm, 8cm, 4cm), [Post], [Betegnelse], [Beløp], [01], [Driftsutgifter], [394 104 000],
  [21], [Spesielle driftsutgifter, kan overføres], [30 000 000])

Siste avsnitt.
#pagebreak()
Teksten fortsetter på side to.`),
      'brev.pdf',
    )
    expect(text.split('\n')).toEqual([
      'Tildelingsbrev for året',
      'Første avsnitt om bosetting.',
      'Post\tBetegnelse\tBeløp',
      '01\tDriftsutgifter\t394 104 000',
      '21\tSpesielle driftsutgifter, kan overføres\t30 000 000',
      'Siste avsnitt.',
      'Teksten fortsetter på side to.',
    ])
    expect({ format, warnings }).toEqual({ format: 'pdf', warnings: [] })
  })

  it('keeps a row together whose cells are broken over several lines', async () => {
    const { text } = await readText(
      typst(`#table(columns: (2cm, 6cm, 4cm), stroke: none, inset: (y: 0.33em),
  [R 1], [Redegjøre for tiltak som har kortet ned ventetiden for dem som har ventet lengst på en kommune], [Halvårsrapport og årsrapport],
  [R 2], [Redegjøre for samarbeidet med barnevernet om barn uten omsorgspersoner], [Årsrapport])
Avsnittet etter tabellen er en linje for seg.`),
      'brev.pdf',
    )
    expect(text.split('\n')).toEqual([
      'R 1\tRedegjøre for tiltak som har kortet ned ventetiden for dem som har ventet lengst på en kommune\tHalvårsrapport og årsrapport',
      'R 2\tRedegjøre for samarbeidet med barnevernet om barn uten omsorgspersoner\tÅrsrapport',
      'Avsnittet etter tabellen er en linje for seg.',
    ])
  })

  it('keeps a letter head together with what stands under it', async () => {
    const { text } = await readText(
      typst(`#grid(columns: 3 * (5cm,), row-gutter: 0.65em, [Deres ref], [Vår ref], [Dato], [], [25/1642-3], [19. januar 2026])
Tildelingsbrev for året`),
      'brev.pdf',
    )
    expect(text).toBe('Deres ref\tVår ref 25/1642-3\tDato 19. januar 2026\nTildelingsbrev for året')
  })

  it('keeps a number of several groups in stretched lines as one column', async () => {
    const { text } = await readText(
      typst(
        '#set par(justify: true)\n#block(width: 9cm)[Det er bevilget 12 134 571 000 kroner på denne posten i dette budsjettåret, og midlene fordeles.]',
      ),
      'brev.pdf',
    )
    expect(text).not.toContain('\t')
    expect(text.replace(/\n/g, ' ')).toContain('bevilget 12 134 571 000 kroner på denne')
  })

  const scan = '#image(bytes(range(0, 48)), format: (encoding: "rgb8", width: 4, height: 4), width: 10cm)'

  it('says that a scanned file has no text, and how many pages it has', async () => {
    expect(await problemOf(readText(typst(`${scan}#pagebreak()${scan}`), 'skann.pdf'))).toEqual({
      code: 'file-scanned',
      params: { name: 'skann.pdf', pages: 2 },
    })
  })

  it('warns when only some pages have text', async () => {
    const { warnings } = await readText(typst(`Brev med tekst på første side.#pagebreak()${scan}`), 'brev.pdf')
    expect(warnings).toEqual(['pages-without-text'])
  })

  it('asks for a file without password', async () => {
    // The smallest file with a lock: the control values fit no password, so the empty one fails.
    const control = 'ab'.repeat(32)
    const parts = [
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
      '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
      '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>\nendobj\n',
      `4 0 obj\n<</Filter/Standard/V 1/R 2/O<${control}>/U<${control}>/P -4>>\nendobj\n`,
    ]
    let body = '%PDF-1.4\n'
    const places = parts.map((part) => {
      const at = body.length
      body += part
      return `${String(at).padStart(10, '0')} 00000 n \n`
    })
    const locked = `${body}xref\n0 5\n0000000000 65535 f \n${places.join('')}trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n${body.length}\n%%EOF`
    expect(await problemOf(readText(utf8(locked), 'brev.pdf'))).toEqual({
      code: 'file-password',
      params: { name: 'brev.pdf' },
    })
  })

  it('refuses a damaged file', async () => {
    expect((await problemOf(readText(utf8('%PDF-1.7\nnot a document'), 'brev.pdf'))).code).toBe('file-unreadable')
  })

  it('gives up a small file that unpacks to gigabytes, and holds none of it here', async () => {
    let stream: Uint8Array = new Uint8Array(1024 * 1024 * 1024).fill(0x20)
    for (let layer = 0; layer < 2; layer += 1) stream = deflateSync(stream)
    const body = Buffer.concat([
      Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>endobj
4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length ${stream.byteLength}>>stream
`),
      stream,
      Buffer.from('\nendstream endobj\ntrailer<</Size 5/Root 1 0 R>>\n%%EOF'),
    ])
    expect(body.byteLength).toBeLessThan(10_000)
    const before = process.memoryUsage.rss()
    const reading = readText(new Uint8Array(body), 'brev.pdf', { milliseconds: 25_000, memoryMb: 512 })
    expect((await problemOf(reading)).code).toBe('file-too-demanding')
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024)
  })

  it('gives up a file that takes too long, and ends the process', async () => {
    const reading = readText(typst('Brev'), 'brev.pdf', { milliseconds: 1, memoryMb: 256 })
    expect((await problemOf(reading)).code).toBe('file-too-demanding')
  })
})

describe('Word', () => {
  const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })
  const word = async () =>
    new Uint8Array(
      await Packer.toBuffer(
        new Document({
          sections: [
            {
              children: [
                new Paragraph({ text: 'Tildelingsbrev & tillegg', heading: 'Heading1' }),
                new Paragraph({ text: 'første kulepunkt', bullet: { level: 0 } }),
                new Table({
                  rows: [
                    new TableRow({ children: [cell('Oppdrag'), cell('Frist')] }),
                    new TableRow({ children: [cell('2026-01 Språk'), cell('Del 1: 01.04.2026', 'Del 2: 01.06.2026')] }),
                  ],
                }),
                new Table({ rows: [new TableRow({ children: [cell('Beskrivelse', 'Frist: 1. mai 2026')] })] }),
                new Paragraph('Med hilsen'),
              ],
            },
          ],
        }),
      ),
    )

  it('keeps paragraphs, lists and table rows', async () => {
    expect(await readText(await word(), 'brev.docx')).toEqual({
      text: [
        'Tildelingsbrev & tillegg',
        '• første kulepunkt',
        'Oppdrag\tFrist',
        '2026-01 Språk\tDel 1: 01.04.2026 Del 2: 01.06.2026',
        'Beskrivelse',
        'Frist: 1. mai 2026',
        'Med hilsen',
      ].join('\n'),
      format: 'docx',
      warnings: [],
    })
  })

  /** A zip of one entry; `stated` is the size that the directory claims. */
  const zip = (name: string, data: Uint8Array, flags = 0) => {
    const packed = deflateRawSync(data)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(title.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(flags, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt16LE(title.length, 28)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50)
    end.writeUInt16LE(1, 8)
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(46 + title.length, 12)
    end.writeUInt32LE(30 + title.length + packed.length, 16)
    return new Uint8Array(Buffer.concat([local, title, packed, central, title, end]))
  }

  /** A directory with one entry more than it states: the library reads on, and takes the last of two with one name. */
  const withHiddenEntry = () => {
    const whole = Buffer.from(zip('word/document.xml', utf8('<w/>')))
    const end = whole.subarray(-22)
    const start = end.readUInt32LE(16)
    const entry = whole.subarray(start, -22)
    return new Uint8Array(Buffer.concat([whole.subarray(0, -22), entry, end]))
  }
  /** A mark by which the library looks for another directory, the one of zip64. */
  const withSecondDirectory = (at: number, size: 2 | 4) => {
    const whole = Buffer.from(zip('word/document.xml', utf8('<w/>')))
    whole.fill(0xff, whole.length - 22 + at, whole.length - 22 + at + size)
    return new Uint8Array(whole)
  }

  /** Cuts an archive of one entry into the entry, the directory and the record at the end. */
  const cut = (archive: Uint8Array) => {
    const whole = Buffer.from(archive)
    const at = whole.readUInt32LE(whole.length - 6)
    return { local: whole.subarray(0, at), central: Buffer.from(whole.subarray(at, -22)), end: whole.subarray(-22) }
  }
  const archive = (locals: Buffer, centrals: Buffer, end: Buffer, count: number) => {
    const record = Buffer.from(end)
    for (const at of [8, 10]) record.writeUInt16LE(count, at)
    record.writeUInt32LE(centrals.length, 12)
    record.writeUInt32LE(locals.length, 16)
    return new Uint8Array(Buffer.concat([locals, centrals, record]))
  }
  const plain = () => cut(zip('word/document.xml', utf8('<w/>')))
  /** Two directories of one size: the stated place has the harmless one, the library shifts to the other. */
  const withShiftedDirectory = () => {
    const shown = cut(zip('word/document.xml', randomBytes(4096)))
    const hidden = cut(zip('word/document.xml', new Uint8Array(1024 * 1024)))
    hidden.central.writeUInt32LE(shown.local.length - hidden.local.length, 42)
    return new Uint8Array(Buffer.concat([shown.local, shown.central, hidden.local, hidden.central, shown.end]))
  }
  const withTwoOfOneName = () => {
    const { local, central, end } = plain()
    const second = Buffer.from(central)
    second.writeUInt32LE(local.length, 42)
    return archive(Buffer.concat([local, local]), Buffer.concat([central, second]), end, 2)
  }
  const withOneInTheOther = () => {
    const { local, central, end } = plain()
    return archive(local, Buffer.concat([central, central]), end, 2)
  }
  const withAnotherNameOfItsOwn = () => {
    const { local, central, end } = plain()
    central.write('word/dokument.xml', 46)
    return archive(local, central, end, 1)
  }
  const withBytesInFront = () => {
    const { local, central, end } = plain()
    central.writeUInt32LE(8, 42)
    return archive(Buffer.concat([Buffer.alloc(8), local]), central, end, 1)
  }

  it.each([
    ['an entry that the directory does not count', withHiddenEntry()],
    ['a disk number of zip64', withSecondDirectory(4, 2)],
    ['a directory size of zip64', withSecondDirectory(12, 4)],
    ['a directory beside the stated one', withShiftedDirectory()],
    ['two entries of one name', withTwoOfOneName()],
    ['two entries on the same bytes', withOneInTheOther()],
    ['an entry that calls itself something else', withAnotherNameOfItsOwn()],
    ['bytes in front of the first entry', withBytesInFront()],
  ])('looks at the same entries as the library: refuses %s', (_, bytes) => {
    expect(inspectZip(bytes)).toEqual({ kind: 'damaged' })
    expect(inspectZip(zip('word/document.xml', utf8('<w/>'))).kind).toBe('ok')
  })

  it.each([
    ['a bomb', zip('word/document.xml', new Uint8Array(210 * 1024 * 1024)), 'file-too-demanding'],
    ['a zip of something else', zip('content.xml', utf8('<office/>')), 'file-format-unknown'],
    ['a locked zip', zip('word/document.xml', utf8('<w/>'), 1), 'file-password'],
    ['a zip cut short', zip('word/document.xml', utf8('<w/>')).subarray(0, 40), 'file-unreadable'],
    ['Word around something that is not Word', zip('word/document.xml', utf8('<w/>')), 'file-unreadable'],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await problemOf(readText(bytes, 'brev.docx'))).code).toBe(code)
  })
})

describe('other files', () => {
  const office = (stream: string) =>
    new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(stream)]))

  it.each([
    ['an empty file', new Uint8Array(0), 'file-empty'],
    ['blank lines only', utf8(' \n\t\n'), 'file-empty'],
    ['a web page', utf8('\n<!DOCTYPE html><html><body>Tildelingsbrev</body></html>'), 'file-is-html'],
    ['Word with password', office('EncryptedPackage'), 'file-password'],
    ['Word from before 2007', office('WordDocument'), 'file-format-unknown'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'file-format-unknown'],
    ['rich text', utf8('{\\rtf1 Tildelingsbrev}'), 'file-format-unknown'],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await problemOf(readText(bytes, 'fil'))).code).toBe(code)
  })

  it('refuses 200 megabytes before opening anything', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024)
    bytes.set(utf8('%PDF-1.7'))
    const before = performance.now()
    expect(await problemOf(readText(bytes, 'stor.pdf'))).toEqual({ code: 'too-large', params: { limitMb: 50 } })
    expect(performance.now() - before).toBeLessThan(50)
  })

  it('takes HTML inside a letter for a letter', async () => {
    expect((await readText(utf8('<p>Bakgrunn</p>\nTildelingsbrev'), 'brev.txt')).format).toBe('txt')
  })
})
