import type { Line, Sheet } from './lines.ts'

/** Lines of running text that belong together. */
export interface Paragraph {
  readonly lines: Line[]
}

/** Where a new paragraph begins though no blank line says so: a bullet, a list's number, a label with a colon. */
const begins = /^(?:[•–-]\s|\(?[a-z]\)\s|\d{1,2}(?:\.\d{1,2})*[.)]?\s\p{Lu}|\p{Lu}[^.:|]{1,40}:|\p{Lu}+\s?\d+\s)/u

/** Whether a line begins a paragraph of its own, whatever stands above it. */
export const beginsParagraph = (text: string): boolean => begins.test(text)

const longest = 60

/** Whether a line goes on with the paragraph that ends in `previous`: the source broke a full line there. */
export const goesOnFrom = (sheet: Sheet, paragraph: Paragraph, previous: Line, line: Line): boolean =>
  sheet.width !== null &&
  previous.text.length > sheet.width * 0.6 &&
  !line.gap &&
  !line.text.includes('|') &&
  !previous.text.includes('|') &&
  !beginsParagraph(line.text) &&
  paragraph.lines.length < longest

/** Cuts lines into paragraphs; lines that do not follow each other in the source are never one. */
export const paragraphsOf = (sheet: Sheet, lines: readonly Line[]): Paragraph[] => {
  const out: Paragraph[] = []
  lines.forEach((line, i) => {
    const last = out[out.length - 1]
    const previous = lines[i - 1]
    const near = previous !== undefined && line.at - (previous.at + previous.text.length) < 200
    if (last && near && goesOnFrom(sheet, last, previous, line)) last.lines.push(line)
    else out.push({ lines: [line] })
  })
  return out
}
