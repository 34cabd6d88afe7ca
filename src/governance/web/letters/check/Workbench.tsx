import { Button, ToggleGroup } from '@navikt/ds-react'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useShortcut } from '../../../../platform/web/frame/shortcuts.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import { useUrlState } from '../../../../platform/web/parts/useUrlState.ts'
import { isUnsure } from '../../../rules/finding-kind.ts'
import type { Doubt, LetterView } from '../../../rules/letter-shapes.ts'
import { texts } from '../texts.ts'
import { DoubtsPanel } from './DoubtsPanel.tsx'
import type { CardAction } from './FindingCard.tsx'
import { FindingList, type OpenForm } from './FindingList.tsx'
import { chapterSums, type Grouping, groupFindings, type Shown, shownFindings } from './group-findings.ts'
import { KeyHints } from './KeyHints.tsx'
import { LetterText, selectedRange } from './LetterText.tsx'
import { ReadStep } from './NextStep.tsx'
import { type Reshape, ReshapeDialog } from './ReshapeDialog.tsx'
import type { Span } from './segments.ts'
import { useCheckWrite } from './useCheckWrite.ts'
import { showBoth, useScrollTogether } from './useScrollTogether.ts'

const defaults = { show: 'open', by: 'kind', tab: 'register' }
const filters = ['open', 'unsure', 'all'] as const
const groupings = ['kind', 'goal', 'text'] as const
const filterWords = { open: 'check.open', unsure: 'check.unsureOnly', all: 'check.all' } as const
const groupingWords = { kind: 'check.byKind', goal: 'check.byGoal', text: 'check.byText' } as const

const spansOf = ({ findings, doubts }: LetterView): Span[] => [
  ...findings.flatMap((finding) => {
    const { id, start, end, state } = finding
    if (start === null || end === null) return []
    return [{ id, start, end, state: isUnsure(finding) ? 'unsure' : (state as Span['state']) } as const]
  }),
  ...[...findings.flatMap((finding) => finding.doubts), ...doubts].flatMap(({ start, end, kind }) =>
    start === null || end === null ? [] : [{ id: `doubt-${kind}-${start}`, start, end, state: 'doubt' as const }],
  ),
]

/** The letter and the register side by side: what was found is checked here, by mouse, by keyboard, by several people. */
export const Workbench = (props: {
  view: LetterView
  text: string
  mayCheck: boolean
  /** What stands above the findings: the letter's head, and what was not read. */
  above: ReactNode
}) => {
  const { view, text, mayCheck } = props
  const t = useTexts(texts)
  const letterId = view.letter.id
  const [url, setUrl] = useUrlState(defaults)
  const [params] = useSearchParams()
  const shown = filters.find((known) => known === url.show) ?? 'open'
  const grouping = groupings.find((known) => known === url.by) ?? 'kind'
  const [chosen, setChosen] = useState<string | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [form, setForm] = useState<OpenForm | null>(null)
  const [reshape, setReshape] = useState<Reshape | null>(null)
  const [begun, setBegun] = useState(false)
  const [selection, setSelection] = useState<ReturnType<typeof selectedRange>>(null)
  const letterPane = useRef<HTMLDivElement>(null)
  const listPane = useRef<HTMLDivElement>(null)
  const write = useCheckWrite(letterId)
  useScrollTogether(letterPane, listPane, true)

  // An approved letter is read, so that all of it is shown.
  const filter: Shown = mayCheck ? shown : 'all'
  const spans = useMemo(() => spansOf(view), [view])
  const groups = useMemo(
    () => groupFindings(shownFindings(view.findings, filter, chosen), grouping as Grouping),
    [view.findings, filter, grouping, chosen],
  )
  const sums = useMemo(() => chapterSums(view.findings), [view.findings])
  const order = groups.flatMap((group) => group.findings)
  const finding = order.find((one) => one.id === chosen) ?? null

  /** The focus follows the finding, so that it is never lost when a form closes or the keyboard moves on. */
  const focusCard = (id: string) =>
    requestAnimationFrame(() =>
      listPane.current
        ?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] .ff-card__title`)
        ?.focus({ preventScroll: true }),
    )
  const choose = (id: string | null) => {
    setChosen(id)
    if (id !== null) requestAnimationFrame(() => showBoth(letterPane.current, listPane.current, id))
  }
  const move = (by: 1 | -1) => {
    const at = order.findIndex((one) => one.id === chosen)
    const next = order[Math.max(0, Math.min(order.length - 1, at === -1 ? 0 : at + by))]
    if (!next) return
    choose(next.id)
    focusCard(next.id)
  }
  const nextOpen = (id: string): string | null => {
    const at = order.findIndex((one) => one.id === id)
    return [...order.slice(at + 1), ...order.slice(0, at)].find((one) => one.state === 'open')?.id ?? null
  }

  const act = (action: CardAction, id: string) => {
    const one = view.findings.find((known) => known.id === id)
    if (!one) return
    if (action === 'choose') return choose(id)
    if (action === 'show') {
      setUrl({ tab: 'letter' })
      return choose(id)
    }
    if (!mayCheck) return
    switch (action) {
      case 'accept':
        if (one.state !== 'open') return
        write.mutate({
          method: 'POST',
          path: `/api/findings/${id}/accept`,
          body: { version: one.version },
          shownAs: { ids: [id], state: 'accepted' },
        })
        return choose(nextOpen(id) ?? id)
      case 'reopen':
        if (one.state === 'open') return
        return write.mutate({ method: 'POST', path: `/api/findings/${id}/reopen`, body: { version: one.version } })
      case 'edit':
      case 'reject':
        if (one.state !== 'rejected') setForm({ id, what: action })
        return
      case 'split':
        if (one.state !== 'rejected') setReshape({ what: 'split', finding: one })
        return
      case 'mark':
        if (one.state === 'rejected') return
        return setMarked((before) => {
          const after = new Set(before)
          if (!after.delete(id)) after.add(id)
          return after
        })
    }
  }
  const latest = useRef(act)
  latest.current = act
  const onAction = useCallback((action: CardAction, id: string) => latest.current(action, id), [])
  const onKey = (action: CardAction) => () => finding && act(action, finding.id)

  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
  useShortcut('a', onKey('accept'), t('check.accept'))
  useShortcut('e', onKey('edit'), t('check.edit'))
  useShortcut('r', onKey('reject'), t('check.reject'))
  useShortcut('s', onKey('split'), t('check.split'))
  useShortcut('m', onKey('mark'), t('check.choose'))
  useShortcut('u', onKey('reopen'), t('check.reopen'))

  useEffect(() => {
    const follow = () => setSelection(selectedRange(letterPane.current))
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [])

  // A link from the register leads to the place in the letter where something stands.
  const at = params.get('at')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival; what is chosen later is the person's own.
  useEffect(() => {
    const place = at === null || at === '' ? Number.NaN : Number(at)
    const here = view.findings.find((one) => one.start === place)
    if (!here) return
    setUrl({ show: 'all' })
    choose(here.id)
  }, [at])

  const showDoubt = (doubt: Doubt) => {
    setUrl({ tab: 'letter' })
    const run = [...(letterPane.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
    run.findLast((one) => Number(one.dataset.start) <= (doubt.start ?? 0))?.scrollIntoView({ block: 'center' })
  }
  const begin = () => {
    setBegun(true)
    move(1)
  }
  const { progress } = view.letter
  const words = selection === null ? '' : text.slice(selection.start, selection.end)
  const chosenForMerge = view.findings.filter((one) => marked.has(one.id) && one.state !== 'rejected')

  return (
    <>
      {mayCheck && progress.checked === 0 && !begun ? <ReadStep progress={progress} onStart={begin} /> : null}
      <div className="ff-check-tabs ff-no-print">
        <ToggleGroup
          size="small"
          label={t('check.tabs')}
          value={url.tab ?? 'register'}
          onChange={(tab) => setUrl({ tab })}
        >
          <ToggleGroup.Item value="letter" label={t('check.letter')} />
          <ToggleGroup.Item value="register" label={t('check.register')} />
        </ToggleGroup>
      </div>
      <div className={`ff-check ff-check--${url.tab === 'letter' ? 'letter' : 'register'}`}>
        <div className="ff-check__pane ff-check__pane--letter">
          {mayCheck ? (
            <div className="ff-check__bar ff-no-print" aria-live="polite">
              <Button
                type="button"
                size="xsmall"
                variant="secondary"
                disabled={selection === null}
                // The button must not take the selection away before it is read.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => selection && setReshape({ what: 'add', ...selection, words })}
              >
                {t('check.addAs')}
              </Button>
              <span className="ff-subtle ff-check__words">{words.slice(0, 60)}</span>
            </div>
          ) : null}
          <LetterText ref={letterPane} text={text} spans={spans} chosen={chosen} onChoose={(id) => choose(id)} />
        </div>
        <div className="ff-check__pane ff-check__pane--register">
          <div className="ff-check__bar ff-no-print">
            {mayCheck ? (
              <ToggleGroup
                size="small"
                aria-label={t('check.filter')}
                value={shown}
                onChange={(show) => setUrl({ show })}
              >
                {filters.map((one) => (
                  <ToggleGroup.Item key={one} value={one} label={t(filterWords[one], { count: progress.unsure })} />
                ))}
              </ToggleGroup>
            ) : null}
            <label className="ff-check__group">
              {t('check.group')}{' '}
              <select value={grouping} onChange={(event) => setUrl({ by: event.target.value })}>
                {groupings.map((one) => (
                  <option key={one} value={one}>
                    {t(groupingWords[one])}
                  </option>
                ))}
              </select>
            </label>
            {chosenForMerge.length > 1 ? (
              <Button
                type="button"
                size="xsmall"
                onClick={() => setReshape({ what: 'merge', findings: chosenForMerge })}
              >
                {t('check.mergeChosen', { count: chosenForMerge.length })}
              </Button>
            ) : null}
          </div>
          {write.isError ? <ProblemNotice error={write.error} /> : null}
          <FindingList
            ref={listPane}
            above={
              <>
                {props.above}
                <DoubtsPanel letterId={letterId} doubts={view.doubts} mayCheck={mayCheck} onShow={showDoubt} />
              </>
            }
            letterId={letterId}
            groups={groups}
            allChecked={progress.total === progress.checked}
            chosen={chosen}
            marked={marked}
            form={form}
            mayCheck={mayCheck}
            sums={sums}
            onAction={onAction}
            closeForm={() => {
              if (form) focusCard(form.id)
              setForm(null)
            }}
          />
        </div>
      </div>
      <KeyHints mayCheck={mayCheck} />
      {reshape === null ? null : (
        <ReshapeDialog
          letterId={letterId}
          reshape={reshape}
          onClose={() => {
            setReshape(null)
            setMarked(new Set())
          }}
        />
      )}
    </>
  )
}
