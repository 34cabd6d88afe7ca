import { Table } from '@navikt/ds-react'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { useNarrow } from '../../../platform/web/parts/useNarrow.ts'
import { counted, statusCounts } from '../../rules/follow-up/counts.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import type { StatusGroup } from '../../rules/rhythm/shapes.ts'
import { Counted } from '../register/Counted.tsx'
import { texts } from './texts.ts'

const parts = ['red', 'yellow', 'green', 'none'] as const

/** The group's lights as one bar on a scale that all the groups share. */
const Bar = ({ group, longest, words }: { group: StatusGroup; longest: number; words: string }) => {
  const starts = parts.map((_part, index) => parts.slice(0, index).reduce((sum, part) => sum + group[part], 0))
  return (
    <svg className="ff-bar" viewBox={`0 0 ${longest} 10`} preserveAspectRatio="none" role="img" aria-label={words}>
      {parts.map((part, index) => (
        <rect key={part} className={`ff-bar__${part}`} x={starts[index] ?? 0} y="0" width={group[part]} height="10" />
      ))}
    </svg>
  )
}

/** The lights of each group as stacked bars, in the table that says the same in numbers. */
export const StatusBars = (props: {
  title: string
  head: string
  /** What gathers those without a group is called. */
  none: string
  groups: readonly StatusGroup[]
  /** The filter of the group's list. */
  filterOf: (id: string | null) => ListFilter
}) => {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const longest = Math.max(1, ...props.groups.map((group) => group.open))
  const numbers = statusCounts.filter((name) => name !== 'open')
  const shown = narrow ? numbers.filter((name) => name === 'red' || name === 'late') : numbers
  return (
    <section className="ff-stack">
      <h2>{props.title}</h2>
      <div className="ff-rows__scroll">
        <Table size="small">
          <caption className="aksel-sr-only">{props.title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.ColumnHeader scope="col">{props.head}</Table.ColumnHeader>
              <Table.ColumnHeader scope="col">{t('leader.status')}</Table.ColumnHeader>
              {shown.map((name) => (
                <Table.ColumnHeader key={name} scope="col" align="right">
                  {t(`leader.${name}`)}
                </Table.ColumnHeader>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {props.groups.map((group) => (
              <Table.Row key={group.id ?? 'none'}>
                <Table.HeaderCell scope="row">
                  <Counted filter={{ ...props.filterOf(group.id), ...counted.open }} count={group.open}>
                    {group.name ?? props.none} ({group.open})
                  </Counted>
                </Table.HeaderCell>
                <Table.DataCell>
                  <Bar
                    group={group}
                    longest={longest}
                    words={t('leader.bar', {
                      red: group.red,
                      yellow: group.yellow,
                      green: group.green,
                      none: group.none,
                    })}
                  />
                </Table.DataCell>
                {shown.map((name) => (
                  <Table.DataCell key={name} className="ff-number">
                    <Counted filter={{ ...props.filterOf(group.id), ...counted[name] }} count={group[name]} />
                  </Table.DataCell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </section>
  )
}
