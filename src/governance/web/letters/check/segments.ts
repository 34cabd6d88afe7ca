/** A stretch of the text that something was found in, or that is doubtful. */
export interface Span {
  readonly id: string
  readonly start: number
  readonly end: number
  /** State of the finding, an unsure one by itself; `doubt` for a doubtful passage. */
  readonly state: 'open' | 'unsure' | 'accepted' | 'corrected' | 'rejected' | 'doubt'
}

/** A run of characters that the same spans cover; the shortest span first. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly spans: readonly Span[]
}

/** A part of the text that is drawn by itself, so that one changed finding does not redraw the whole letter. */
export interface Block {
  readonly start: number
  readonly end: number
  readonly segments: readonly Segment[]
  /** Equal signatures draw alike. */
  readonly signature: string
}

/** Characters in a block, about; it ends at the next line break. */
const blockLength = 1_500

const cutBlocks = (text: string): { start: number; end: number }[] => {
  const blocks: { start: number; end: number }[] = []
  let start = 0
  while (start < text.length) {
    const line = text.indexOf('\n', start + blockLength)
    const end = line === -1 ? text.length : line + 1
    blocks.push({ start, end })
    start = end
  }
  return blocks
}

const cut = (start: number, end: number, spans: readonly Span[]): Segment[] => {
  const edges = new Set([start, end])
  for (const span of spans) {
    if (span.start > start) edges.add(span.start)
    if (span.end < end) edges.add(span.end)
  }
  const at = [...edges].sort((a, b) => a - b)
  return at.slice(0, -1).map((from, index) => {
    const to = at[index + 1] ?? end
    const covering = spans
      .filter((span) => span.start < to && span.end > from)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    return { start: from, end: to, spans: covering }
  })
}

/** Cuts the text into blocks, and each block into runs that the same spans cover. */
export const blocksOf = (text: string, spans: readonly Span[]): Block[] =>
  cutBlocks(text).map(({ start, end }) => {
    const segments = cut(
      start,
      end,
      spans.filter((span) => span.start < end && span.end > start),
    )
    const signature = segments
      .map((one) => `${one.start}:${one.spans.map((span) => `${span.id}/${span.state}`).join(',')}`)
      .join(' ')
    return { start, end, segments, signature }
  })
