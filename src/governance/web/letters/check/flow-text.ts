import { beginsParagraph } from '../../../rules/letter/paragraphs.ts'

/** Lines longer than this are paragraphs already: the file did not break them at a width. */
const widest = 140

/** Of the width: a line that is shorter, though the next one's first word had room, was broken on purpose. */
const full = 0.85

const widthOf = (lines: readonly string[]): number | null => {
  const lengths = lines
    .map((line) => line.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  return width > 0 && width <= widest ? width : null
}

const isTable = (line: string): boolean => /\||\t|\S {3,}\S/.test(line)

const goesOn = (width: number, before: string, after: string): boolean => {
  const [above, below] = [before.trim(), after.trim()]
  if (above === '' || below === '' || isTable(above) || isTable(below) || beginsParagraph(below)) return false
  const [word = ''] = below.split(' ', 1)
  return above.length + 1 + word.length > width * full
}

const divided = /\p{Ll}{2}-$/u
const goesOnSmall = /^(?!(?:og|eller|samt|men|til)(?!\p{L}))\p{Ll}/u

/**
 * The text as it is shown: where the file broke a paragraph at its width, the break is a space, so that the paragraph fills
 * the window; headings, list items and lines of tables keep theirs. Every character keeps its place, because findings are
 * known by it: what is too much becomes characters without width.
 */
export const flowing = (text: string): string => {
  const lines = text.split('\n')
  const width = widthOf(lines)
  if (width === null) return text
  let shown = lines[0] ?? ''
  for (let index = 1; index < lines.length; index += 1) {
    const [before, line] = [lines[index - 1] ?? '', lines[index] ?? '']
    if (!goesOn(width, before, line)) {
      shown += `\n${line}`
      continue
    }
    const [above, below] = [shown.trimEnd(), line.trimStart()]
    const between = shown.length - above.length + 1 + line.length - below.length
    // A divided word is whole again, and may be divided in the same place.
    shown =
      divided.test(above.slice(-3)) && goesOnSmall.test(below)
        ? `${above.slice(0, -1)}\u00ad${'\u2060'.repeat(between)}${below}`
        : `${above} ${'\u200b'.repeat(between - 1)}${below}`
  }
  return shown
}
