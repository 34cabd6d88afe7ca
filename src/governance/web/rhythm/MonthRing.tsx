import { useId } from 'react'
import type { PlainDate } from '../../../platform/rules/plain-date.ts'
import type { FrontPageAnswer } from '../../rules/rhythm/shapes.ts'
import { MarkShape } from './MarkShape.tsx'
import { months as allMonths } from './month-name.ts'
import { tones } from './tone.ts'
import { angleOf, monthAngles, pointAt, sectorPath } from './wheel.ts'
import { shortMonth } from './YearWheel.tsx'
import './rhythm.css'

const ring = { inner: 96, outer: 176, names: 80, number: 150, mark: 118 } as const

/** The year in small: each month with how many dates it has, and the shape of the most pressing. */
export const MonthRing = (props: {
  year: number
  months: FrontPageAnswer['months']
  today: PlainDate
  locale: string
  title: string
  centre: string
}) => {
  const title = useId()
  const hand = angleOf(props.today)
  const [foot, tip] = [pointAt(hand, ring.inner), pointAt(hand, ring.outer + 10)]
  return (
    <svg className="ff-wheel" viewBox="-200 -200 400 400" role="img" aria-labelledby={title}>
      <title id={title}>{props.title}</title>
      {allMonths.map((month) => {
        const [from, to] = monthAngles(props.year, month)
        const middle = (from + to) / 2
        const counts = props.months.find((each) => each.month === month)
        const pressing = counts === undefined ? undefined : tones.find((tone) => counts[tone] > 0)
        const number = pointAt(middle, ring.number)
        const mark = pointAt(middle, ring.mark)
        const name = pointAt(middle, ring.names)
        return (
          <g key={month}>
            <path
              className={`ff-wheel__month${month % 2 === 0 ? ' ff-wheel__month--even' : ''}`}
              d={sectorPath(from, to, ring.inner, ring.outer)}
            />
            <text x={name.x} y={name.y}>
              {shortMonth(month, props.locale)}
            </text>
            {counts === undefined || pressing === undefined ? null : (
              <>
                <MarkShape tone={pressing} x={mark.x} y={mark.y} />
                <text x={number.x} y={number.y}>
                  {tones.reduce((sum, tone) => sum + counts[tone], 0)}
                </text>
              </>
            )}
          </g>
        )
      })}
      <g className="ff-wheel__today">
        <line x1={foot.x} y1={foot.y} x2={tip.x} y2={tip.y} />
      </g>
      <text className="ff-wheel__left" y="0">
        {props.centre}
      </text>
    </svg>
  )
}
