import { daysBetween, daysInMonth, type PlainDate } from '../../../platform/rules/plain-date.ts'
import { type Tone, tones } from './tone.ts'

/** A point in the drawing; the wheel's centre is 0,0. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The point at an angle (radians clockwise from the top) and a distance from the centre. */
export const pointAt = (angle: number, radius: number): Point => ({
  x: Math.round(Math.sin(angle) * radius * 100) / 100,
  y: Math.round(-Math.cos(angle) * radius * 100) / 100,
})

const daysIn = (year: number): number => 337 + daysInMonth(year, 2)

/** The angle of a date's middle: the year begins at the top and runs with the clock. */
export const angleOf = (date: PlainDate): number => {
  const year = Number(date.slice(0, 4))
  const day = daysBetween(`${year}-01-01` as PlainDate, date)
  return ((day + 0.5) / daysIn(year)) * 2 * Math.PI
}

/** Where a month (1–12) begins and ends, as angles. */
export const monthAngles = (year: number, month: number): readonly [number, number] => {
  const before = Array.from({ length: month - 1 }, (_, index) => daysInMonth(year, index + 1))
  const start = before.reduce((sum, days) => sum + days, 0)
  const turn = (days: number) => (days / daysIn(year)) * 2 * Math.PI
  return [turn(start), turn(start + daysInMonth(year, month))]
}

/** A part of a ring between two angles and two radii, as an SVG path. */
export const sectorPath = (from: number, to: number, inner: number, outer: number): string => {
  const at = (angle: number, radius: number) => {
    const { x, y } = pointAt(angle, radius)
    return `${x} ${y}`
  }
  const large = to - from > Math.PI ? 1 : 0
  return [
    `M${at(from, outer)}`,
    `A${outer} ${outer} 0 ${large} 1 ${at(to, outer)}`,
    `L${at(to, inner)}`,
    `A${inner} ${inner} 0 ${large} 0 ${at(from, inner)}`,
    'Z',
  ].join(' ')
}

/** A date to be marked. */
export interface Marked {
  readonly due: PlainDate
  readonly tone: Tone
}

/** A mark of the wheel: where it stands, and how many dates stand for it (more than 1 where the stack is full). */
export interface Mark extends Point {
  readonly tone: Tone
  readonly count: number
}

/** Dates closer than this (in days) are stacked outwards instead of covering each other. */
const slotDays = 6

/** The marks that fit between the ring's edges. */
const stackHeight = 4

/**
 * Places the dates on the ring. Those of the same days are stacked from the inside out, the most pressing innermost;
 * what does not fit is counted in the outermost mark.
 */
export const placeMarks = (dates: readonly Marked[], inner: number, step: number): Mark[] => {
  const slots = new Map<number, Marked[]>()
  for (const date of dates) {
    const year = `${date.due.slice(0, 4)}-01-01` as PlainDate
    const slot = Math.floor(daysBetween(year, date.due) / slotDays)
    slots.set(slot, [...(slots.get(slot) ?? []), date])
  }
  return [...slots.values()].flatMap((stack) => {
    const sorted = [...stack].sort((a, b) => tones.indexOf(a.tone) - tones.indexOf(b.tone))
    const shown = sorted.slice(0, stackHeight)
    const angle = shown.reduce((sum, date) => sum + angleOf(date.due), 0) / shown.length
    return shown.map(({ tone }, place) => ({
      ...pointAt(angle, inner + place * step),
      tone,
      count: place === stackHeight - 1 ? sorted.length - stackHeight + 1 : 1,
    }))
  })
}
