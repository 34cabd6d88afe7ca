import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'

/** The ministry's three lights, and none when nobody has set one. */
export type Light = 'red' | 'yellow' | 'green' | 'none'

/** How something stands: its light, or that it is over its day, or delivered. */
export type Mark = Light | 'late' | 'done'

/**
 * The shape of each mark, in a square of 16: a diamond, a triangle, a disc, a ring, a square with an exclamation mark, a
 * tick. In lists, wheels and legends they are the same; colour is by the class `ff-mark--…`.
 */
export const markPaths: Readonly<Record<Mark, string>> = {
  red: 'M8 1 L15 8 L8 15 L1 8 Z',
  yellow: 'M8 1.5 L15 14.5 H1 Z',
  green: 'M8 1 A7 7 0 1 1 7.99 1 Z',
  none: 'M8 2.5 A5.5 5.5 0 1 1 7.99 2.5 Z',
  late: 'M1.5 1.5 H14.5 V14.5 H1.5 Z M7 4 V9.5 H9 V4 Z M7 11 V13 H9 V11 Z',
  done: 'M2.5 8.5 L6.5 12.5 L13.5 4',
}

/** A mark with its word: never colour alone, and never a shape alone. */
export const StatusMark = ({ mark, words }: { mark: Mark; words: string }) => (
  <span className={`ff-light ff-light--${mark}`}>
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path className={`ff-mark ff-mark--${mark}`} d={markPaths[mark]} />
    </svg>
    {words}
  </span>
)

/** A traffic light as a shape, a colour and a word. */
export const TrafficLight = ({ light, words }: { light: Light; words?: string }) => {
  const t = useTexts(platformTexts)
  return <StatusMark mark={light} words={words ?? t(`lights.${light}`)} />
}
