import type { Tone } from './tone.ts'

/** Each tone has a shape of its own, so that it is told without colour. */
const shapes: Readonly<Record<Tone, string>> = {
  late: 'M-5.5 -5.5 H5.5 V5.5 H-5.5 Z',
  red: 'M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z',
  yellow: 'M0 -6 L6 5 H-6 Z',
  open: 'M0 -5 A5 5 0 1 1 -0.01 -5 Z',
  done: 'M0 -4.5 A4.5 4.5 0 1 1 -0.01 -4.5 Z',
}

/** A mark of the wheel, or of its legend. */
export const MarkShape = ({ tone, x, y }: { tone: Tone; x: number; y: number }) => (
  <path className={`ff-mark ff-mark--${tone}`} d={shapes[tone]} transform={`translate(${x} ${y})`} />
)

/** The legend: shape and word. */
export const Legend = ({ words }: { words: Readonly<Record<Tone, string>> }) => (
  <ul className="ff-plain-list ff-legend">
    {(Object.keys(shapes) as Tone[]).map((tone) => (
      <li key={tone}>
        <svg viewBox="-8 -8 16 16" aria-hidden="true" focusable="false">
          <MarkShape tone={tone} x={0} y={0} />
        </svg>
        {words[tone]}
      </li>
    ))}
  </ul>
)
