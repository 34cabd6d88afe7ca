import { describe, expect, it } from 'vitest'
import { flowing } from './flow-text.ts'

/** Without the characters that have no width. */
const seen = (text: string): string => flowing(text).replace(/[\u200b\u2060\u00ad]/g, '')

const prose = `Direktoratet skal legge til rette for et godt og rettferdig
arbeid med bosetting, og holde departementet orientert om
utviklingen gjennom hele året.`

describe('letting a letter flow', () => {
  it('joins the lines of a paragraph, and keeps its end', () => {
    expect(seen(`${prose}\nMål 1: Kysten er merket\n\n${prose}`)).toBe(
      `${prose.replaceAll('\n', ' ')}\nMål 1: Kysten er merket\n\n${prose.replaceAll('\n', ' ')}`,
    )
  })

  it.each([
    ['a bullet', '• Kommunene skal få svar innen en uke etter at de spør'],
    ['a dash', '– Kommunene skal få svar innen en uke etter at de spør'],
    ['a number', '2. Kommunene skal få svar innen en uke etter at de spør'],
    ['a letter', 'b) kommunene skal få svar innen en uke etter at de spør'],
    ['a label', 'Frist: 1. juni, og deretter hver måned ut hele året 2026'],
    ['a code', 'SP 2 Kommunene skal få svar innen en uke etter de spør'],
    ['cells', 'Kap. 671 | Bosetting av flyktninger | 12 000 000 | kroner'],
    ['columns', '671.60   Integreringstilskudd til kommunene    12 000 000'],
  ])('keeps a line that begins with %s', (_what, line) => {
    expect(seen(`${prose}\n${line}`)).toBe(`${prose.replaceAll('\n', ' ')}\n${line}`)
    expect(seen(`${prose.split('\n')[0]}\n${line}`)).toContain(`\n${line}`)
  })

  it('puts a divided word together, but not a hyphen that two words share', () => {
    const line = 'Direktoratet skal legge til rette for et rettferdig boset-'
    expect(seen(`${line}\ntingsarbeid i hele landet, og si fra når noe går galt nå.`)).toContain('bosettingsarbeid')
    const shared = 'Direktoratet skal legge til rette for utdanning, norsk- '
    expect(seen(`${shared}\nog samfunnskunnskap for alle som er nye her i landet nå.`)).toContain('norsk- og')
  })

  it('moves no character, whatever stands around the breaks', () => {
    const text = `  ${prose.replaceAll('\n', '  \r\n    ')}\r\n\r\nMål 1\r\n${prose.replaceAll('et godt', 'god-')}\n`
    const shown = flowing(text)
    expect(shown).toHaveLength(text.length)
    for (let at = 0; at < text.length; at += 1) {
      if (/[\p{L}\p{N}]/u.test(text.charAt(at))) expect(shown.charAt(at)).toBe(text.charAt(at))
    }
  })

  it('leaves a file alone whose lines are paragraphs', () => {
    const text = `${'Direktoratet skal levere noe innen fristen. '.repeat(8)}\nMål 2\n`.repeat(10)
    expect(flowing(text)).toBe(text)
  })

  it('is done with 115 000 characters in a moment', () => {
    const text = `${prose}\n`.repeat(800)
    const started = performance.now()
    flowing(text)
    expect(performance.now() - started).toBeLessThan(300)
  })
})
