import { Link } from 'react-router'
import { address } from '../../../platform/web/api/ask.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { type Light, TrafficLight } from '../../../platform/web/parts/TrafficLight.tsx'
import type { StatusGroup } from '../../rules/rhythm/shapes.ts'
import { texts } from './texts.ts'
import './rhythm.css'

type Counts = Omit<StatusGroup, 'id' | 'name'>

/** How many are red, late, without owner …, each opening the register with that filter. */
export const StatusTiles = ({ counts, year }: { counts: Counts; year: number }) => {
  const t = useTexts(texts)
  const register = (filter: Readonly<Record<string, string>>) =>
    address('/register', { year: String(year), state: 'open', ...filter })
  const light = (each: Light, words: string) => <TrafficLight light={each} words={words} />
  const tiles = [
    { key: 'red', count: counts.red, words: light('red', t('leader.red')), to: register({ light: 'red' }) },
    {
      key: 'yellow',
      count: counts.yellow,
      words: light('yellow', t('leader.yellow')),
      to: register({ light: 'yellow' }),
    },
    { key: 'green', count: counts.green, words: light('green', t('leader.green')), to: register({ light: 'green' }) },
    { key: 'none', count: counts.none, words: light('none', t('leader.unassessed')), to: register({ light: 'none' }) },
    { key: 'late', count: counts.late, words: t('leader.late'), to: register({ due: 'over' }) },
    { key: 'ownerless', count: counts.ownerless, words: t('leader.ownerless'), to: register({ owner: 'none' }) },
    { key: 'soon', count: counts.soon, words: t('leader.soon'), to: register({ due: 'month' }) },
  ]
  return (
    <div className="ff-tiles">
      {tiles.map((tile) => (
        <Link key={tile.key} className="ff-tile" to={tile.to}>
          <strong>{tile.count}</strong>
          <span>{tile.words}</span>
        </Link>
      ))}
    </div>
  )
}
