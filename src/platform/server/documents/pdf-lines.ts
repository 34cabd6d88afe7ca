import type { StructuredTextItem } from 'unpdf'

type Item = Pick<StructuredTextItem, 'str' | 'x' | 'y' | 'width' | 'fontSize'>

interface Line {
  y: number
  size: number
  items: Item[]
}

/** A gap this many times the font size is a new column, not a stretched word space in justified text. */
const columnGap = 1.2
/** A gap this many times the font size is a space that the file did not write. */
const wordGap = 0.15

/** Gathers what stands on one baseline; half a font size of play keeps raised footnote marks on their line. */
const linesOf = (items: readonly Item[]): Line[] => {
  const lines: Line[] = []
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line && line.y - item.y < 0.5 * Math.max(line.size, item.fontSize)) {
      line.items.push(item)
      // The largest print decides the baseline, so that two close lines are not chained through a small mark.
      if (item.fontSize > line.size) {
        line.size = item.fontSize
        line.y = item.y
      }
    } else {
      lines.push({ y: item.y, size: item.fontSize, items: [item] })
    }
  }
  return lines
}

const lineText = (line: Line): string => {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  for (const item of line.items.sort((a, b) => a.x - b.x)) {
    const gap = item.x - end
    if (text !== '') {
      if (gap > columnGap * line.size) text = `${text.trimEnd()}\t`
      else if (gap > wordGap * line.size && !/\s$/.test(text) && !/^\s/.test(item.str)) text += ' '
    }
    text += text.endsWith('\t') ? item.str.trimStart() : item.str
    end = Math.max(end, item.x + item.width)
  }
  return text.trim()
}

/**
 * The lines of one page from its text items, top to bottom. Items come in the order in which the file drew them, which
 * in tables is often column by column; their places on the page give back the rows, with a tab between columns.
 */
export const pageLines = (items: readonly Item[]): string[] =>
  linesOf(items.filter((item) => item.str.trim() !== ''))
    .map(lineText)
    .filter((text) => text !== '')
