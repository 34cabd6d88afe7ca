import { Checkbox, Table } from '@navikt/ds-react'
import { type MouseEvent, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useShortcut } from '../../../platform/web/frame/shortcuts.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import { useNarrow } from '../../../platform/web/parts/useNarrow.ts'
import type { ListRow } from '../../rules/follow-up/list-shape.ts'
import { nameOf } from '../name-of.ts'
import { texts } from './texts.ts'

/** What the list shows and who may mark rows in it. */
export interface RegisterTableProps {
  readonly rows: readonly ListRow[]
  readonly href: (row: ListRow) => string
  readonly openId: string | undefined
  /** Fewer columns beside an opened detail. */
  readonly slim: boolean
  /** Null: rows cannot be marked. */
  readonly marked: ReadonlySet<string> | null
  readonly mark: (id: string, on: boolean) => void
  readonly markAll: (on: boolean) => void
}

const Owner = ({ row }: { row: ListRow }) => {
  const t = useTexts(texts)
  if (row.person === null && row.unit === null) return <span className="ff-subtle">{t('list.noOwner')}</span>
  return <>{row.person ?? row.unit}</>
}

const Due = ({ row }: { row: ListRow }) => {
  const t = useTexts(texts)
  if (row.state !== 'open') return <span className="ff-subtle">{t(`states.${row.state}`)}</span>
  return <DeadlineText date={row.due as PlainDate | null} />
}

const Cards = ({ rows, href, openId }: RegisterTableProps) => {
  const t = useTexts(texts)
  return (
    <ul className="ff-plain-list ff-cards" aria-label={t('list.caption')}>
      {rows.map((row) => (
        <li key={row.id} className="ff-panel ff-card">
          <Link to={href(row)} data-row-link className="ff-card__link" aria-current={row.id === openId}>
            {nameOf(row)}
          </Link>
          <dl className="ff-card__facts">
            <div>
              <dt>{t('list.due')}</dt>
              <dd>
                <Due row={row} />
              </dd>
            </div>
            <div>
              <dt>{t('list.light')}</dt>
              <dd>
                <TrafficLight light={row.light ?? 'none'} />
              </dd>
            </div>
            <div>
              <dt>{t('list.owner')}</dt>
              <dd>
                <Owner row={row} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

const Row = (props: RegisterTableProps & { row: ListRow }) => {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { row, slim, marked } = props
  const open = (event: MouseEvent) => {
    const inside = event.target instanceof Element && event.target.closest('a, input, label') !== null
    if (!inside && window.getSelection()?.isCollapsed !== false) navigate(props.href(row))
  }
  return (
    <Table.Row selected={row.id === props.openId} className="ff-rows__row" onClick={open}>
      {marked === null ? null : (
        <Table.DataCell className="ff-reg-mark">
          <Checkbox
            size="small"
            hideLabel
            checked={marked.has(row.id)}
            onChange={(event) => props.mark(row.id, event.target.checked)}
          >
            {t('list.select', { what: nameOf(row) })}
          </Checkbox>
        </Table.DataCell>
      )}
      <Table.HeaderCell scope="row" className="ff-reg-name">
        <Link
          to={props.href(row)}
          data-row-link
          title={nameOf(row)}
          aria-current={row.id === props.openId ? 'true' : undefined}
        >
          {row.code === null || row.title.startsWith(row.code) ? null : (
            <span className="ff-reg-code">{row.code} </span>
          )}
          {row.title}
        </Link>
      </Table.HeaderCell>
      {slim ? null : <Table.DataCell className="ff-reg-cut">{t(`kinds.${row.kind}`)}</Table.DataCell>}
      {slim ? null : (
        <Table.DataCell className="ff-reg-cut">
          <Owner row={row} />
        </Table.DataCell>
      )}
      <Table.DataCell className="ff-reg-due">
        <Due row={row} />
      </Table.DataCell>
      <Table.DataCell className="ff-reg-light">
        <TrafficLight light={row.light ?? 'none'} />
      </Table.DataCell>
    </Table.Row>
  )
}

const focusRow = (root: HTMLElement | null, move: 1 | -1): void => {
  const links = [...(root?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])]
  const now = links.indexOf(document.activeElement as HTMLElement)
  const current = links.findIndex((link) => link.getAttribute('aria-current') === 'true')
  const from = now === -1 ? current : now
  const next = from === -1 ? (move === 1 ? 0 : links.length - 1) : from + move
  links[Math.max(0, Math.min(links.length - 1, next))]?.focus()
}

/** The list's rows: a dense table with a row a line, cards on a phone. `j` and `k` move, Enter opens. */
export const RegisterTable = (props: RegisterTableProps) => {
  const t = useTexts(texts)
  const root = useRef<HTMLDivElement>(null)
  const narrow = useNarrow()
  useShortcut('j', () => focusRow(root.current, 1))
  useShortcut('k', () => focusRow(root.current, -1))
  const { marked, slim } = props
  const all = marked !== null && props.rows.length > 0 && props.rows.every((row) => marked.has(row.id))
  return (
    <div ref={root} className="ff-rows">
      {narrow ? (
        <Cards {...props} />
      ) : (
        <div className="ff-rows__scroll">
          <Table size="small" className="ff-reg-table">
            <caption className="aksel-sr-only">{t('list.caption')}</caption>
            <Table.Header>
              <Table.Row>
                {marked === null ? null : (
                  <Table.DataCell className="ff-reg-mark">
                    <Checkbox
                      size="small"
                      hideLabel
                      checked={all}
                      indeterminate={!all && marked.size > 0}
                      onChange={(event) => props.markAll(event.target.checked)}
                    >
                      {t('list.select', { what: t('list.caption') })}
                    </Checkbox>
                  </Table.DataCell>
                )}
                <Table.HeaderCell scope="col">{t('list.what')}</Table.HeaderCell>
                {slim ? null : (
                  <Table.HeaderCell scope="col" className="ff-reg-col-kind">
                    {t('list.kind')}
                  </Table.HeaderCell>
                )}
                {slim ? null : (
                  <Table.HeaderCell scope="col" className="ff-reg-col-owner">
                    {t('list.owner')}
                  </Table.HeaderCell>
                )}
                <Table.HeaderCell scope="col" className="ff-reg-col-due">
                  {t('list.due')}
                </Table.HeaderCell>
                <Table.HeaderCell scope="col" className="ff-reg-col-light">
                  {t('list.light')}
                </Table.HeaderCell>
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {props.rows.map((row) => (
                <Row key={row.id} {...props} row={row} />
              ))}
            </Table.Body>
          </Table>
        </div>
      )}
    </div>
  )
}
