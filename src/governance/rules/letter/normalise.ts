/**
 * Makes a text of PDF, Word or web origin readable without losing where each character came from: line ends of
 * one kind, no soft hyphens or markup, one sign (`|`) between the cells of a table.
 */

/** The text to read, and for each of its characters the offset in the original (one more entry for the end). */
export interface CleanText {
  readonly text: string
  readonly offsets: Int32Array
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  shy: '',
  aring: 'å',
  Aring: 'Å',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
}

/** UTF-8 read as Windows-1252: the pairs that Norwegian text is full of. */
const mojibake: Readonly<Record<string, string>> = {
  'Ã¥': 'å',
  'Ã¸': 'ø',
  'Ã¦': 'æ',
  'Ã…': 'Å',
  'Ã˜': 'Ø',
  'Ã†': 'Æ',
  'Ã©': 'é',
  'Â ': ' ',
  'Â«': '«',
  'Â»': '»',
  'Â§': '§',
}

const dashes = /^-{5}/
const breakingTags =
  /^(?:p|br|li|ul|ol|tr|table|tbody|thead|div|section|article|h[1-6]|dt|dd|dl|body|html|head|title)$/i
const cellTags = /^(?:td|th)$/i
const tagPattern = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,14})(?:\s[^<>]{0,500})?\/?>/y
const commentPattern = /<!--[^<]{0,2000}?-->/y
const entityPattern = /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|([a-zA-Z]{2,8}));/y
const spaces = new Set(
  ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
)
const lineEnds = new Set('\n\v\f\u0085\u2028\u2029')
const invisible = new Set('\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff')
const isInvisible = (unit: string): boolean => invisible.has(unit) || (unit < ' ' && unit !== '\t')
const bullets = new Set('•▪●◦‣■□►➢✓\uf0b7\uf0a7\u2043')

class Builder {
  private readonly parts: string[] = []
  private readonly map: number[] = []
  last = '\n'

  put(text: string, from: number): void {
    for (const unit of text.split('')) {
      if (unit === ' ' && (this.last === ' ' || this.last === '\n')) continue
      this.parts.push(unit)
      this.map.push(from)
      this.last = unit
    }
  }

  finish(end: number): CleanText {
    this.map.push(end)
    return { text: this.parts.join(''), offsets: Int32Array.from(this.map) }
  }
}

const entityText = (match: RegExpExecArray): string | null => {
  const [, decimal, hex, name] = match
  if (name !== undefined) return entities[name] ?? null
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  return code > 0 && code < 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : null
}

/** How many blanks stand in a row from `at`. */
const blankRun = (raw: string, at: number): number => {
  let end = at
  while (end < raw.length && spaces.has(raw.charAt(end))) end += 1
  return end - at
}

/**
 * Cleans a text in one pass. Tags become line ends or cell borders, entities and misread UTF-8 are put right,
 * bullets begin lines, tabs and wide gaps inside a line become `|`. Never throws.
 */
export const cleanText = (raw: string): CleanText => {
  const out = new Builder()
  let i = 0
  while (i < raw.length) {
    const unit = raw.charAt(i)
    if (unit === '\r') {
      if (raw.charAt(i + 1) !== '\n') out.put('\n', i)
      i += 1
    } else if (lineEnds.has(unit)) {
      out.put('\n', i)
      i += 1
    } else if (spaces.has(unit)) {
      const run = blankRun(raw, i)
      const inside = out.last !== '\n' && i + run < raw.length && !lineEnds.has(raw.charAt(i + run))
      out.put(run >= 4 && inside && out.last !== '|' && raw.charAt(i + run) !== '\r' ? ' | ' : ' ', i)
      i += run
    } else if (unit === '\t') {
      out.put(out.last === '\n' ? ' ' : ' | ', i)
      i += 1
    } else if (isInvisible(unit)) {
      i += 1
    } else if (bullets.has(unit)) {
      out.put(out.last === '\n' ? '• ' : '\n• ', i)
      i += 1
    } else if (unit === '-' && dashes.test(raw.slice(i, i + 5))) {
      // a rule drawn with dashes ends a table
      out.put('\n', i)
      while (raw.charAt(i) === '-' || (raw.charAt(i) === ' ' && raw.charAt(i + 1) === '-')) i += 1
    } else if (unit === '*' && raw.charAt(i + 1) === '*') {
      i += 2
    } else if (unit === '<') {
      i = putTag(raw, i, out)
    } else if (unit === '&') {
      entityPattern.lastIndex = i
      const match = entityPattern.exec(raw)
      const text = match && entityText(match)
      out.put(text ?? unit, i)
      i += match && text !== null ? match[0].length : 1
    } else if (unit === 'Ã' || unit === 'Â') {
      const right = mojibake[raw.slice(i, i + 2)]
      out.put(right ?? unit, i)
      i += right === undefined ? 1 : 2
    } else {
      out.put(unit, i)
      i += 1
    }
  }
  return out.finish(raw.length)
}

const putTag = (raw: string, at: number, out: Builder): number => {
  commentPattern.lastIndex = at
  const comment = commentPattern.exec(raw)
  if (comment) return at + comment[0].length
  tagPattern.lastIndex = at
  const tag = tagPattern.exec(raw)
  if (!tag) {
    out.put('<', at)
    return at + 1
  }
  const name = tag[2] ?? ''
  if (breakingTags.test(name)) out.put('\n', at)
  else if (cellTags.test(name)) {
    if (tag[1] === '/') out.put(' | ', at)
  }
  return at + tag[0].length
}
