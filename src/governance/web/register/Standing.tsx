import type { Static } from 'typebox'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import type { Column } from '../../../platform/web/parts/DataTable.tsx'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import { counted } from '../../rules/follow-up/counts.ts'
import type { Standing as StandingShape } from '../../rules/follow-up/goal-shape.ts'
import type { ListFilter } from '../../rules/follow-up/list-shape.ts'
import { Counted } from './Counted.tsx'
import { texts } from './texts.ts'

/** Numbers, and the filter within which they are counted. */
interface StandingProps {
  readonly standing: Static<typeof StandingShape>
  readonly within: ListFilter
}

/** The lights' counts with shape and word: `◆ 2 røde`. */
export const Lights = ({ standing, within }: StandingProps) => {
  const t = useTexts(texts)
  const shown = (['red', 'yellow', 'green'] as const).filter((light) => standing[light] > 0)
  if (shown.length === 0) return <span className="ff-subtle">–</span>
  return (
    <span className="ff-reg-lights">
      {shown.map((light) => (
        <Counted key={light} filter={{ ...within, ...counted[light] }} count={standing[light]}>
          <TrafficLight light={light} words={t(`lightCount.${light}`, { count: standing[light] })} />
        </Counted>
      ))}
    </span>
  )
}

/** The columns that say how something stands, for tables of goals and of owners; `within` is the row's own filter. */
export const useStandingColumns = <
  Row extends { readonly standing: Static<typeof StandingShape>; readonly next: string | null },
>(
  within: (row: Row) => ListFilter,
): Column<Row>[] => {
  const t = useTexts(texts)
  const count = (key: 'open' | 'late' | 'ownerless' | 'done'): Column<Row> => ({
    id: key,
    title: t(`standing.${key}`),
    align: 'right',
    sort: (row) => row.standing[key],
    cell: (row) => <Counted filter={{ ...within(row), ...counted[key] }} count={row.standing[key]} />,
  })
  return [
    { ...count('open'), card: true },
    {
      id: 'lights',
      title: t('list.light'),
      sort: (row) => -(row.standing.red * 1000 + row.standing.yellow),
      cell: (row) => <Lights standing={row.standing} within={within(row)} />,
      card: true,
    },
    count('late'),
    count('ownerless'),
    count('done'),
    {
      id: 'next',
      title: t('standing.next'),
      sort: (row) => row.next,
      cell: (row) => <DeadlineText date={row.next as PlainDate | null} />,
      card: true,
    },
  ]
}
