import { useId } from 'react'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import { MarkShape } from './MarkShape.tsx'
import { angleOf, type Marked, monthAngles, placeMarks, pointAt, sectorPath } from './wheel.ts'

const ring = { inner: 108, outer: 172, marks: 122, step: 13.5, names: 94 } as const
const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** The short name of a month: `jan`. */
export const shortMonth = (month: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2026, month - 1, 15)))
    .replace('.', '')
    .slice(0, 3)

/**
 * The year as a ring of months with a mark for each date, by tone and shape, and a hand for today. A picture: what it
 * says stands in its title, and in the table and the lists beside it.
 */
export const YearWheel = (props: {
  year: number
  dates: readonly Marked[]
  today: PlainDate
  todayWords: string
  title: string
  /** Large and small under the centre. */
  centre: readonly [string, string]
  locale: string
  /** The month that is shown beside the wheel. */
  month?: number
}) => {
  const title = useId()
  const isThisYear = props.today.startsWith(String(props.year))
  const hand = angleOf(props.today)
  const [tip, foot] = [pointAt(hand, ring.outer + 6), pointAt(hand, ring.inner - 4)]
  const label = pointAt(hand, ring.outer + 17)
  return (
    <svg className="ff-wheel" viewBox="-200 -200 400 400" role="img" aria-labelledby={title}>
      <title id={title}>{props.title}</title>
      {months.map((month) => {
        const [from, to] = monthAngles(props.year, month)
        const name = pointAt((from + to) / 2, ring.names)
        return (
          <g key={month}>
            <path
              className={`ff-wheel__month${month % 2 === 0 ? ' ff-wheel__month--even' : ''}${month === props.month ? ' ff-wheel__month--shown' : ''}`}
              d={sectorPath(from, to, ring.inner, ring.outer)}
            />
            <text className="ff-wheel__name" x={name.x} y={name.y}>
              {shortMonth(month, props.locale)}
            </text>
          </g>
        )
      })}
      {placeMarks(props.dates, ring.marks, ring.step).map((mark) => (
        <g key={`${mark.x} ${mark.y}`}>
          <MarkShape tone={mark.tone} x={mark.x} y={mark.y} />
          {mark.count > 1 ? (
            <text className="ff-wheel__count" x={mark.x * 1.09} y={mark.y * 1.09}>
              +{mark.count - 1}
            </text>
          ) : null}
        </g>
      ))}
      {isThisYear ? (
        <g className="ff-wheel__today">
          <line x1={foot.x} y1={foot.y} x2={tip.x} y2={tip.y} />
          <text x={label.x} y={label.y}>
            {props.todayWords}
          </text>
        </g>
      ) : null}
      <text className="ff-wheel__year" y="-6">
        {props.centre[0]}
      </text>
      <text className="ff-wheel__left" y="20">
        {props.centre[1]}
      </text>
    </svg>
  )
}
