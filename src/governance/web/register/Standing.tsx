import type { Static } from 'typebox'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import type { Column } from '../../../platform/web/parts/DataTable.tsx'
import { DeadlineText } from '../../../platform/web/parts/DeadlineText.tsx'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import type { Standing as StandingShape } from '../../rules/follow-up/goal-shape.ts'
import { texts } from './texts.ts'

type Counts = Static<typeof StandingShape>

/** The lights' counts with shape and word: `◆ 2 røde`. */
export const Lights = ({ standing }: { standing: Counts }) => {
  const t = useTexts(texts)
  const shown = (['red', 'yellow', 'green'] as const).filter((light) => standing[light] > 0)
  if (shown.length === 0) return <span className="ff-subtle">–</span>
  return (
    <span className="ff-reg-lights">
      {shown.map((light) => (
        <TrafficLight key={light} light={light} words={t(`lightCount.${light}`, { count: standing[light] })} />
      ))}
    </span>
  )
}

/** The columns that say how something stands, for tables of goals and of owners. */
export const useStandingColumns = <Row extends { readonly standing: Counts }>(): Column<Row>[] => {
  const t = useTexts(texts)
  const count = (key: 'open' | 'late' | 'ownerless' | 'done'): Column<Row> => ({
    id: key,
    title: t(`standing.${key}`),
    align: 'right',
    sort: (row) => row.standing[key],
    cell: (row) => row.standing[key],
  })
  return [
    { ...count('open'), card: true },
    {
      id: 'lights',
      title: t('list.light'),
      sort: (row) => -(row.standing.red * 1000 + row.standing.yellow),
      cell: (row) => <Lights standing={row.standing} />,
      card: true,
    },
    count('late'),
    count('ownerless'),
    count('done'),
    {
      id: 'next',
      title: t('standing.next'),
      sort: (row) => row.standing.next,
      cell: (row) => <DeadlineText date={row.standing.next as PlainDate | null} />,
      card: true,
    },
  ]
}
