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

/** A run of text on a line without a column's gap in it; `x` and `end` are its edges. */
interface Segment {
  readonly x: number
  end: number
  text: string
}

const segmentsOf = (line: Line): Segment[] => {
  const segments: Segment[] = []
  for (const item of line.items.sort((a, b) => a.x - b.x)) {
    const segment = segments.at(-1)
    const gap = segment ? item.x - segment.end : 0
    if (!segment || gap > columnGap * line.size) {
      segments.push({ x: item.x, end: item.x + item.width, text: item.str.trimStart() })
      continue
    }
    const spaced = /\s$/.test(segment.text) || /^\s/.test(item.str)
    segment.text += gap > wordGap * line.size && !spaced ? ` ${item.str}` : item.str
    segment.end = Math.max(segment.end, item.x + item.width)
  }
  return segments.map((segment) => ({ ...segment, text: segment.text.trim() })).filter((segment) => segment.text !== '')
}

/** Joins two lines of one cell; a hyphen at the end is the line's, unless the next word shows that it is the word's. */
const joinLines = (first: string, second: string): string =>
  /\p{Ll}-$/u.test(first) && /^(?!og |eller |samt )\p{Ll}/u.test(second)
    ? first.slice(0, -1) + second
    : `${first} ${second}`

interface Row {
  readonly size: number
  readonly cells: Segment[]
  lastY: number
}

/**
 * The cells of a row that a further line goes on in, or null when the line is no continuation: all its pieces must
 * stand under columns of the row, and none under the first, where the next row would begin.
 */
const continued = (row: Row, line: Line, segments: readonly Segment[]): Segment[] | null => {
  if (row.cells.length < 2 || row.lastY - line.y > 2 * Math.max(row.size, line.size)) return null
  const under = segments.map((segment) =>
    row.cells.find((cell, index) => index > 0 && Math.abs(cell.x - segment.x) < 0.3 * row.size),
  )
  const found = under.filter((cell) => cell !== undefined)
  return found.length === segments.length ? found : null
}

/**
 * The lines of one page from its text items, top to bottom. Items come in the order in which the file drew them, which
 * in tables is often column by column; their places on the page give back the rows, one line each with a tab between the
 * columns, also where the text of a cell is broken over several lines.
 */
export const pageLines = (items: readonly Item[]): string[] => {
  const rows: Row[] = []
  for (const line of linesOf(items.filter((item) => item.str.trim() !== ''))) {
    const segments = segmentsOf(line)
    if (segments.length === 0) continue
    const row = rows.at(-1)
    const cells = row && continued(row, line, segments)
    if (row && cells) {
      cells.forEach((cell, index) => {
        cell.text = joinLines(cell.text, segments[index]?.text ?? '')
      })
      row.lastY = line.y
    } else {
      rows.push({ size: line.size, cells: segments, lastY: line.y })
    }
  }
  return rows.map((row) => row.cells.map((cell) => cell.text).join('\t'))
}
