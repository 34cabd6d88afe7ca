import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import { assessedOf, counted, statusCounts } from '../../rules/follow-up/counts.ts'
import type { StatusGroup } from '../../rules/rhythm/shapes.ts'
import { Counted } from '../register/Counted.tsx'
import { texts } from './texts.ts'
import './rhythm.css'

type Counts = Omit<StatusGroup, 'id' | 'name'>

/** How many are red, late, without owner …, each opening the register with that filter. */
export const StatusTiles = ({ counts, year }: { counts: Counts; year: number }) => {
  const t = useTexts(texts)
  return (
    <div className="ff-tiles">
      {statusCounts.map((name) => (
        <Counted key={name} className="ff-tile" filter={{ ...assessedOf(year), ...counted[name] }} count={counts[name]}>
          <strong>{counts[name]}</strong>
          {name === 'red' || name === 'yellow' || name === 'green' || name === 'none' ? (
            <TrafficLight light={name} words={t(`leader.${name}`)} />
          ) : (
            <span>{t(`leader.${name}`)}</span>
          )}
        </Counted>
      ))}
    </div>
  )
}
