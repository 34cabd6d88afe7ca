import { memo, type RefObject, useEffect, useMemo } from 'react'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { texts } from '../texts.ts'
import { flowing } from './flow-text.ts'
import { type Block, blocksOf, type Span } from './segments.ts'

const className = (spans: readonly Span[]): string => {
  const finding = spans.find((span) => span.state !== 'doubt')
  const doubt = spans.some((span) => span.state === 'doubt')
  return [
    'ff-mark',
    finding ? `ff-mark--${finding.state}` : '',
    finding && spans.length > 1 && spans.filter((span) => span.state !== 'doubt').length > 1 ? 'ff-mark--inner' : '',
    doubt ? 'ff-mark--doubt' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** One block of the text; drawn anew only when what covers it has changed. */
const TextBlock = memo(
  ({ text, block }: { text: string; block: Block }) => (
    <div className="ff-letter-block">
      {block.segments.map(({ start, end, spans }) => {
        const words = text.slice(start, end)
        if (spans.length === 0) {
          return (
            <span key={start} data-start={start}>
              {words}
            </span>
          )
        }
        const first = spans.find((span) => span.state !== 'doubt' && span.start === start)
        return (
          <mark
            key={start}
            data-start={start}
            data-findings={spans
              .filter((span) => span.state !== 'doubt')
              .map((span) => span.id)
              .join(' ')}
            data-first={first?.state}
            className={className(spans)}
          >
            {words}
          </mark>
        )
      })}
    </div>
  ),
  (before, after) => before.block.signature === after.block.signature && before.text === after.text,
)

/** The element that shows a finding's first words. */
export const markOf = (root: HTMLElement | null, id: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-findings~="${CSS.escape(id)}"]`) ?? null

/** The place in the text where a selection begins or ends. */
const offsetOf = (node: Node, offset: number): number | null => {
  const element = node instanceof HTMLElement ? node : node.parentElement
  const run = element?.closest<HTMLElement>('[data-start]')
  return run ? Number(run.dataset.start) + (node.nodeType === Node.TEXT_NODE ? offset : 0) : null
}

/** What is selected in the text, or null when nothing or something outside it is. */
export const selectedRange = (root: HTMLElement | null): { start: number; end: number } | null => {
  const selection = document.getSelection()
  if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

/**
 * The letter's text with its passages marked by state, its paragraphs as wide as the pane. Long texts stay quick: blocks outside the window are not laid
 * out (content-visibility), and the chosen finding is marked without drawing anything anew.
 */
export const LetterText = (props: {
  ref: RefObject<HTMLDivElement | null>
  text: string
  spans: readonly Span[]
  chosen: string | null
  onChoose: (id: string) => void
}) => {
  const t = useTexts(texts)
  const { ref, text, spans, chosen } = props
  const shown = useMemo(() => flowing(text), [text])
  const blocks = useMemo(() => blocksOf(shown, spans), [shown, spans])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn-anew blocks have lost their mark of being chosen.
  useEffect(() => {
    const root = ref.current
    if (root === null || chosen === null) return
    const marks = root.querySelectorAll(`[data-findings~="${CSS.escape(chosen)}"]`)
    for (const mark of marks) mark.classList.add('ff-mark--chosen')
    return () => {
      for (const mark of marks) mark.classList.remove('ff-mark--chosen')
    }
  }, [ref, chosen, blocks])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes through the findings beside, which lead here.
    <section
      ref={ref}
      className="ff-letter-text"
      aria-label={t('check.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      lang="no"
      onClick={(event) => {
        const ids = (event.target as HTMLElement).closest<HTMLElement>('[data-findings]')?.dataset.findings
        const [id] = (ids ?? '').split(' ')
        if (id && document.getSelection()?.isCollapsed !== false) props.onChoose(id)
      }}
    >
      {blocks.map((block) => (
        <TextBlock key={block.start} text={shown} block={block} />
      ))}
    </section>
  )
}
