import { isContents } from './sections.ts'
import { fold, words } from './words.ts'

const opens = words('^(?:innhold|innhald)(?:sfortegnelse|sliste)?\\s?:?$', 'iu')
const inline = words('^(?:innhold|innhald)(?:sfortegnelse|sliste)?\\s?:\\s(?=\\d)', 'iu')
const number = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})[.)]?\s+(?:\|\s*)?/
const page = /(?:\s|\||\.|…)+\d{1,3}$/

const bare = (text: string): string => fold(text.replace(page, '').replace(number, ''))

/**
 * The indexes of a letter's contents list: lines that lead to a page, and those after “Innhold” for as long as each
 * stands again further down as the heading of its section.
 */
export const contentsLines = (lines: readonly { readonly text: string }[]): ReadonlySet<number> => {
  const out = new Set<number>()
  lines.forEach((line, i) => {
    if (isContents(line.text) || inline.test(line.text)) out.add(i)
  })
  const at = lines.slice(0, 60).findIndex((line) => opens.test(line.text))
  if (at < 0) return out
  const listed: number[] = []
  for (let i = at + 1; i < lines.length && i - at < 80; i += 1) {
    const text = lines[i]?.text ?? ''
    const title = bare(text)
    const again = lines.some((line, j) => j > i && line.text.length < 160 && bare(line.text) === title)
    if (text.length > 140 || title === '' || (!again && !isContents(text))) break
    listed.push(i)
  }
  if (listed.length >= 2) for (const i of [at, ...listed]) out.add(i)
  return out
}
