import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** The ministry's three lights, and none when nobody has set one. */
export type Light = 'red' | 'yellow' | 'green' | 'none'

const shapes: Readonly<Record<Light, string>> = {
  red: 'M8 1 L15 8 L8 15 L1 8 Z',
  yellow: 'M8 1.5 L15 14.5 H1 Z',
  green: 'M8 1 A7 7 0 1 1 7.99 1 Z',
  none: 'M8 2.5 A5.5 5.5 0 1 1 7.99 2.5 Z',
}

/** A traffic light as a shape, a colour and a word: a diamond, a triangle, a disc, a ring. Never colour alone. */
export const TrafficLight = ({ light, words }: { light: Light; words?: string }) => {
  const t = useTexts(platformTexts)
  return (
    <span className={`ff-light ff-light--${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={shapes[light]} />
      </svg>
      {words ?? t(`lights.${light}`)}
    </span>
  )
}
