/** A quoted place of a letter with what stands around it. */
export interface Passage {
  readonly before: string
  readonly quoted: string
  readonly after: string
}

/** Characters of the letter shown on each side of the quoted place. */
const context = 240

/**
 * The passage that `start`–`end` point at, or null when nothing points into the text. Offsets count UTF-16 units as
 * the reader of letters does, so the cut is made here and not in the database, which counts code points.
 */
export const passageOf = (text: string, start: number | null, end: number | null): Passage | null => {
  if (start === null || end === null || start < 0 || end <= start || start >= text.length) return null
  const from = Math.max(0, start - context)
  const to = Math.min(text.length, end + context)
  // Whole words at both ends.
  const before = text.slice(from, start).replace(from > 0 ? /^\S*\s/ : /^$/, '')
  const after = text.slice(end, to).replace(to < text.length ? /\s\S*$/ : /^$/, '')
  return { before, quoted: text.slice(start, end), after }
}
