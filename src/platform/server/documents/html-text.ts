const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

const unescapeHtml = (text: string): string => text.replace(/&([a-z]+);/g, (whole, name) => entities[name] ?? whole)

const blocks = /^(p|h[1-6]|ul|ol|table|thead|tbody|div|br)$/

/** A cell is the paragraphs in it; a row its cells. A table of one filled cell is layout, and keeps its lines. */
const rowLines = (cells: readonly string[][]): string[] => {
  const filled = cells.filter((cell) => cell.length > 0)
  if (filled.length <= 1) return filled[0] ?? []
  return [
    cells
      .map((cell) => cell.join(' '))
      .join('\t')
      .trimEnd(),
  ]
}

/**
 * The text of the plain HTML that Mammoth makes of a Word document: a line for each paragraph, a line with tabs
 * for each table row, bullets and numbers for lists. Linear in the length of the text.
 */
export const htmlToText = (html: string): string => {
  const lines: string[] = []
  const rows: string[][][] = []
  const lists: ({ next: number } | 'bullets')[] = []
  let pending = ''
  let marker = ''

  const put = (...texts: string[]) => {
    const cell = rows.at(-1)?.at(-1)
    for (const text of texts) (cell ?? lines).push(text)
  }
  const flush = () => {
    const text = pending.replace(/\s+/g, ' ').trim()
    pending = ''
    if (text === '') return
    put(marker + text)
    marker = ''
  }

  for (const [, closing, tag, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) {
      pending += unescapeHtml(text)
      continue
    }
    const name = tag ?? ''
    if (blocks.test(name)) flush()
    if (name === 'ul' || name === 'ol') {
      if (closing) lists.pop()
      else lists.push(name === 'ol' ? { next: 1 } : 'bullets')
    } else if (name === 'li') {
      flush()
      const list = lists.at(-1)
      if (!closing) marker = list === undefined || list === 'bullets' ? '• ' : `${list.next++}. `
    } else if (name === 'tr') {
      flush()
      if (!closing) rows.push([])
      else put(...rowLines(rows.pop() ?? []))
    } else if (name === 'td' || name === 'th') {
      flush()
      if (!closing) rows.at(-1)?.push([])
    }
  }
  flush()
  return lines.join('\n')
}
