import { type CleanText, cleanText } from './normalise.ts'
import { restoredBreaks } from './restore-lines.ts'
import type { Place } from './types.ts'
import { endsSentence, startsWithSmall } from './words.ts'

/** A line to read: its text, where that begins in the clean text, and whether a blank or ruled line stood before. */
export interface Line {
  readonly text: string
  readonly at: number
  readonly gap: boolean
}

/** The letter as lines, with the way back to the original. */
export interface Sheet {
  readonly raw: string
  readonly lines: readonly Line[]
  /** The width at which the source wrapped its lines; null when a line is a paragraph. */
  readonly width: number | null
  /** Line breaks were lost and set again by the reader. */
  readonly restored: boolean
  /** The place of clean offsets in the original; always inside it. */
  readonly place: (from: number, to: number) => Place
}

/** A stretch of lines joined to one text that remembers where it came from. */
export interface Passage {
  readonly text: string
  readonly lines: readonly Line[]
}

const ruled = /^[\s|:+_=–—*.-]{3,}$/
const pageNumber = /^(?:[-–—]\s?)?(?:(?:side|page|s\.)\s*)?(\d{1,3})(?:\s*(?:av|of|\/)\s*\d{1,3})?(?:\s?[-–—])?$/i
const saysPage = /^(?:side|page)\b|\bav\b|\//i
const headerWords = /tildelingsbrev|oppdragsbrev|instruks|vedlegg|departement|direktorat|tilsyn|\bside\b|\bpage\b/i

const rawLineStarts = (raw: string): Int32Array => {
  const starts = [0]
  for (let i = 0; i < raw.length; i += 1) {
    const unit = raw.charCodeAt(i)
    if (unit === 10 || (unit === 13 && raw.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return Int32Array.from(starts)
}

const lineAt = (starts: Int32Array, offset: number): number => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

/** Splits at line ends (and, when they are lost, where the letter's own form shows that a line began). */
const split = (clean: CleanText): { lines: Line[]; restored: boolean } => {
  const { text } = clean
  const newlines = text.trim().split('\n').length
  const lost = text.length > 400 && text.length / newlines > 700
  const breaks = lost ? restoredBreaks(text) : new Set<number>()
  const lines: Line[] = []
  let gap = false
  let from = 0
  const take = (to: number) => {
    const slice = text.slice(from, to)
    const lead = slice.length - slice.trimStart().length
    const line = slice
      .trim()
      .replace(/^\|\s*/, '')
      .replace(/\s*\|$/, '')
    if (line === '' || ruled.test(line)) gap = true
    else {
      lines.push({
        text: line,
        at: from + lead + (slice.trim().length - slice.trim().replace(/^\|\s*/, '').length),
        gap,
      })
      gap = false
    }
    from = to
  }
  for (let i = 0; i < text.length; i += 1) {
    if (text.charAt(i) === '\n') {
      take(i)
      from = i + 1
    } else if (breaks.has(i)) take(i)
  }
  take(text.length)
  // where every line has a blank one before it, blanks say nothing
  const spaced = lines.filter((line) => line.gap).length > lines.length * 0.7
  return { lines: spaced ? lines.map((line) => ({ ...line, gap: false })) : lines, restored: lost }
}

/** The running heads and page numbers among the lines: they may stand in the middle of a sentence. */
const runningLines = (lines: readonly Line[]): Set<number> => {
  const out = new Set<number>(countingNumbers(lines))
  const byShape = new Map<string, number[]>()
  lines.forEach((line, i) => {
    const page = line.text.length < 24 ? pageNumber.exec(line.text) : null
    if (page && saysPage.test(line.text)) out.add(i)
    else if (page) {
      const [prev, next] = [lines[i - 1]?.text ?? '', lines[i + 1]?.text ?? '']
      const inSentence = prev.length > 30 && !endsSentence(prev) && startsWithSmall(next) && !/\d$/.test(prev)
      if (inSentence) out.add(i)
    }
    if (line.text.length < 110 && headerWords.test(line.text)) {
      const shape = line.text.replace(/\d+/g, '#')
      const places = byShape.get(shape)
      if (places) places.push(i)
      else byShape.set(shape, [i])
    }
  })
  for (const places of byShape.values()) {
    if (places.length < 2) continue
    const numbers = places.map((i) => Number(/(\d{1,3})\D*$/.exec(lines[i]?.text ?? '')?.[1] ?? Number.NaN))
    const counts = numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? Number.NaN))
    const nearPage = places.filter(
      (i) => out.has(i - 1) || out.has(i + 1) || isBareNumber(lines[i + 1]) || isBareNumber(lines[i - 1]),
    )
    const inSentence = places.filter((i) => cutsSentence(lines[i - 1], lines[i + 1]))
    const text = lines[places[0] ?? 0]?.text ?? ''
    const isHead = /^(?:tildelingsbrev|supplerande|supplerende|tillegg|oppdragsbrev|instruks)/i.test(text)
    const page = counts && /side|page/i.test(text)
    const pageAtEnd = counts && isHead && /\d{1,3}$/.test(text) && !/(?:19|20)\d\d$/.test(text)
    if (
      page ||
      pageAtEnd ||
      nearPage.length === places.length ||
      inSentence.length >= 2 ||
      (isHead && !/[.:]$/.test(text))
    ) {
      const first = places[0] ?? 0
      for (const i of places) {
        if (i === first && first < 12 && !page && !cutsSentence(lines[i - 1], lines[i + 1])) continue
        out.add(i)
        for (const j of [i - 1, i + 1]) if (isBareNumber(lines[j])) out.add(j)
      }
    }
  }
  return out
}

/** Numbers alone on a line that count up by one, far apart: page numbers. Items of a money table stand close. */
const countingNumbers = (lines: readonly Line[]): number[] => {
  let best: number[] = []
  const chains = new Map<number, number[]>()
  lines.forEach((line, i) => {
    if (!isBareNumber(line)) return
    const n = Number(/\d+/.exec(line.text)?.[0])
    const before = chains.get(n - 1)
    const last = before?.[before.length - 1]
    const far = last !== undefined && i - last >= 8 && line.at - (lines[last]?.at ?? 0) >= 500
    const chain = before && far ? [...before, i] : [i]
    chains.set(n, chain)
    if (chain.length > best.length) best = chain
  })
  return best.length >= 3 ? best : []
}

const isBareNumber = (line: Line | undefined): boolean =>
  line !== undefined && /^[-–]?\s?\d{1,3}\s?[-–]?$/.test(line.text)

const cutsSentence = (before: Line | undefined, after: Line | undefined): boolean =>
  before !== undefined && after !== undefined && !endsSentence(before.text) && startsWithSmall(after.text)

/** The width at which lines are wrapped, or null when most paragraphs are one line. */
const wrapWidth = (lines: readonly Line[]): number | null => {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b)
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  return long > 0 && long <= 140 ? long : null
}

/** Reads a text into lines. */
export const sheetOf = (raw: string): Sheet => {
  const clean = cleanText(raw)
  const { lines: all, restored } = split(clean)
  const running = runningLines(all)
  const lines = all.flatMap((line, i) => {
    if (running.has(i)) return []
    const heading = line.text.replace(/^#{1,6}\s+/, '')
    return [
      heading === line.text ? line : { text: heading, at: line.at + line.text.length - heading.length, gap: line.gap },
    ]
  })
  const starts = rawLineStarts(raw)
  const place = (from: number, to: number): Place => {
    const bounded = (offset: number) => clean.offsets[Math.max(0, Math.min(offset, clean.text.length))] ?? 0
    const start = bounded(from)
    const end = Math.max(start, to > from ? Math.min(bounded(to - 1) + 1, raw.length) : start)
    return { startLine: lineAt(starts, start), endLine: lineAt(starts, Math.max(start, end - 1)), start, end }
  }
  return { raw, lines, width: restored ? null : wrapWidth(lines), restored, place }
}

/** Looks back for the letters, so that a long word is not gone through again from each of its letters. */
const hyphenated = /(?<=\p{Ll}{2})-[ ](?!(?:og|eller|samt|men|til|und|and)(?!\p{L}))(?=\p{Ll})/gu

const keptHyphen = /([\p{Lu}\d])-[ ](?!(?:og|eller|samt|til)(?!\p{L}))(?=\p{Ll})/gu

/** Joins lines to running text: word division undone, cell borders gone, blanks single. */
export const joined = (lines: readonly Line[]): string =>
  lines
    .map((line) => line.text)
    .join(' ')
    .replace(/\s*\|\s*/g, ' ')
    .replace(hyphenated, '')
    .replace(keptHyphen, '$1-')
    .replace(/\s+/g, ' ')
    .trim()

/** The place of a run of lines. */
export const placeOf = (sheet: Sheet, lines: readonly Line[]): Place => {
  const first = lines[0]
  const last = lines[lines.length - 1]
  return first && last ? sheet.place(first.at, last.at + last.text.length) : sheet.place(0, 0)
}

/** Running text of many lines that knows which lines any part of it came from. */
export interface Running {
  readonly text: string
  readonly place: (from: number, to: number) => Place
}

const divided = /\p{Ll}{2}-$/u
const keepsHyphen = /^(?:og|eller|samt|men|til|und|and)(?!\p{L})/u

/** Joins lines like `joined`, keeping the way back. */
export const running = (sheet: Sheet, lines: readonly Line[]): Running => {
  const starts: number[] = []
  let text = ''
  for (const line of lines) {
    const part = line.text.replace(/\s*\|\s*/g, ' ')
    if (divided.test(text.slice(-3)) && startsWithSmall(part) && !keepsHyphen.test(part)) text = text.slice(0, -1)
    else if (text !== '') text += ' '
    starts.push(text.length)
    text += part
  }
  const indexAt = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    text,
    place: (from, to) => {
      const [a, b] = [indexAt(from), indexAt(Math.max(from, to - 1))]
      const [first, last] = [lines[a], lines[b]]
      if (!first || !last) return sheet.place(0, 0)
      const start = first.at + Math.min(from - (starts[a] ?? 0), first.text.length)
      return sheet.place(start, Math.max(start + 1, last.at + Math.min(to - (starts[b] ?? 0), last.text.length)))
    },
  }
}
