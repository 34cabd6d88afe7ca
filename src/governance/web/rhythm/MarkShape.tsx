import { markPaths } from '../../../platform/web/parts/TrafficLight.tsx'
import { type Tone, tones } from './tone.ts'

/** The wheel's marks are a little smaller than the lists', whose shapes they have. */
const scale = 0.75

/** A mark of the wheel, or of its legend, about a point. */
export const MarkShape = ({ tone, x, y }: { tone: Tone; x: number; y: number }) => (
  <path
    className={`ff-mark ff-mark--${tone}`}
    d={markPaths[tone]}
    transform={`translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})`}
  />
)

/** The legend: shape and word, of those that are there. */
export const Legend = ({ words, shown = tones }: { words: (tone: Tone) => string; shown?: readonly Tone[] }) => (
  <ul className="ff-plain-list ff-legend">
    {shown.map((tone) => (
      <li key={tone}>
        <svg viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
          <MarkShape tone={tone} x={0} y={0} />
        </svg>
        {words(tone)}
      </li>
    ))}
  </ul>
)
