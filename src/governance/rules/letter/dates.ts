import { addDays, endOfMonth, type PlainDate, plainDateOf, weekday } from '../../../platform/rules/plain-date.ts'
import type { DatePrecision } from './types.ts'
import { words } from './words.ts'

/** A date found in a text: where, as written, and the day (null when no calendar has it). */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly date: PlainDate | null
  readonly precision: DatePrecision
  /** The year was not written; the one around it, or the letter's, was used. */
  readonly yearAssumed: boolean
}

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  okt: 10,
  nov: 11,
  des: 12,
}
const ordinals: Readonly<Record<string, number>> = {
  første: 1,
  fyrste: 1,
  annet: 2,
  andre: 2,
  tredje: 3,
  fjerde: 4,
}

const month =
  '(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|des)›\\.?'
const year = '(?:19|20)\\d{2}(?!\\d|[-–]\\d|/\\d)'
const nth = '(?:(?<n>[1-4])\\.|(?<nth>første|fyrste|annet|andre|tredje|fjerde))'
const before = '(?:slutten|utgangen|løpet|utgongen) (?:av|på) '
/** Where a day and month in figures without a year are no fraction and no section: a deadline is named before them. */
const afterDeadline =
  '(?<=‹(?:innen|innan|senest|seinast|\\p{L}*frist(?:en)?(?: er)?:?|den|dato:?)\\s(?:\\p{L}{3,6}dag\\s)?)'

const pattern = words(
  [
    // 31. desember 2025, 03. februar 2025, 1. mars, 1 mars 2026
    `(?<![\\d.,])(?<day>\\d{1,2})(?:\\.\\s?|\\s)(?<month>${month})(?:\\s(?<year>${year})|\\s(?<next>påfølgende år|påfølgjande år|året etter|neste år))?`,
    // 1. og 15. mars 2026: the days that share the last one's month
    `(?<![\\d.,])(?<ld>\\d{1,2})\\.(?=(?:(?:,|\\s(?:og|samt|eller))\\s\\d{1,2}\\.){1,4}\\s?(?<lm>${month})(?:\\s(?<ly>${year}))?)`,
    // 15/9-26, 15/9-2026
    '(?<![\\d.,/-])(?<sd>\\d{1,2})/(?<sm>\\d{1,2})\\s?[-–]\\s?(?<sy>(?:19|20)\\d{2}|[123]\\d)(?![\\d%]|[.,/-]\\d)',
    // 31.12.2025, 1.3.26, 19.09. 2014, 31/12/2025
    '(?<![\\d.,/-])(?<d>\\d{1,2})(?<sep>[./-])\\s?(?<m>\\d{1,2})\\k<sep>\\s?(?<y>(?:19|20)\\d{2}|[123]\\d)(?![\\d%]|[.,/-]\\d)',
    // innen 15/9, frist 15.9.
    `${afterDeadline}(?<bd>\\d{1,2})(?:/(?<bm>\\d{1,2})|\\.\\s?(?<bm2>\\d{1,2})\\.?)(?![\\d%/]|[.,-]\\d|\\s(?:prosent|pst|mill|kroner))`,
    // 2025-12-31
    '(?<![\\d-])(?<iy>(?:19|20)\\d{2})-(?<im>\\d{2})-(?<id>\\d{2})(?![\\d-])',
    // utgangen av første halvår 2026, 2. kvartal, 1. tertial 2026
    `(?:${before})?${nth}\\s(?<part>halvår|kvartal|tertial)(?:et|a)?(?:\\s(?:i |av )?(?<py>${year}))?`,
    // medio april 2026, slutten av mai, mars 2026
    `(?<when>‹(?:primo|medio|ultimo|midten av|byrjinga av|begynnelsen av|starten av|${before.trim()}))\\s(?<wm>${month})(?:\\s(?<wy>${year}))?`,
    // månedsskiftet mai/juni 2026
    `‹(?:månedsskiftet|månadsskiftet)\\s(?<tm>${month})(?:\\s?[/–-]\\s?${month})?(?:\\s(?<tmy>${year}))?`,
    `‹(?<am>${month})\\s(?<ay>${year})`,
    // årsskiftet 2022/2023, utgangen av 2026, utgangen av året
    '‹(?<turn>årsskiftet)\\s(?<ty>(?:19|20)\\d{2})(?:\\s?[/–-]\\s?(?:\\d{4}|\\d{2}))?',
    '‹halvårsskiftet(?:\\s(?<hy>(?:19|20)\\d{2}))?›',
    `‹(?:utgangen av|utgongen av|slutten av|innen|innan)\\s(?<ey>${year}|året›|budsjettåret›)`,
    // uke 12 2026, veke 12
    `‹(?:uke|veke)\\s(?<week>\\d{1,2})›(?:[,]?\\s(?<weekYear>${year}))?`,
  ].join('|'),
  'giu',
)

const monthNumber = (name: string): number => months[name.slice(0, 3).toLowerCase()] ?? 0

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const lastOfPart = (part: string, n: number, y: number): PlainDate | null => {
  const length = part.startsWith('h') ? 6 : part.startsWith('k') ? 3 : 4
  return n * length > 12 ? null : endOfMonth(y, n * length)
}

/** Sunday of an ISO week, the last day of it; null when the year has no such week. */
const endOfWeek = (week: number, y: number): PlainDate | null => {
  const fourth = plainDateOf(y, 1, 4)
  if (fourth === null || week < 1) return null
  const sunday = addDays(fourth, 7 - weekday(fourth) + (week - 1) * 7)
  // a week belongs to the year of its Thursday
  return addDays(sunday, -3).startsWith(`${y}-`) ? sunday : null
}

const yearAfter = new RegExp(year.replace('(?!\\d|[-–]\\d|/\\d)', '(?!\\d)'))

interface Reading {
  readonly date: PlainDate | null
  readonly precision: DatePrecision
  readonly yearAssumed: boolean
}

const readMatch = (written: string, g: Record<string, string | undefined>, assumed: number | null): Reading | null => {
  const inYear = (written: string | undefined, make: (y: number) => PlainDate | null, precision: DatePrecision) => {
    const y = written !== undefined && /^\d/.test(written) ? fullYear(written) : assumed
    return y === null ? null : { date: make(y), precision, yearAssumed: written === undefined || !/^\d/.test(written) }
  }
  if (g.day !== undefined && g.month !== undefined) {
    const shift = g.next === undefined ? 0 : 1
    return inYear(g.year, (y) => plainDateOf(y + shift, monthNumber(g.month ?? ''), Number(g.day)), 'day')
  }
  if (g.ld !== undefined) return inYear(g.ly, (y) => plainDateOf(y, monthNumber(g.lm ?? ''), Number(g.ld)), 'day')
  if (g.sd !== undefined) return inYear(g.sy, (y) => plainDateOf(y, Number(g.sm), Number(g.sd)), 'day')
  if (g.bd !== undefined) return inYear(undefined, (y) => plainDateOf(y, Number(g.bm ?? g.bm2), Number(g.bd)), 'day')
  if (g.d !== undefined) return inYear(g.y, (y) => plainDateOf(y, Number(g.m), Number(g.d)), 'day')
  if (g.iy !== undefined) return inYear(g.iy, (y) => plainDateOf(y, Number(g.im), Number(g.id)), 'day')
  if (g.part !== undefined) {
    const n = g.n !== undefined ? Number(g.n) : (ordinals[(g.nth ?? '').toLowerCase()] ?? 1)
    return inYear(g.py, (y) => lastOfPart((g.part ?? '').toLowerCase(), n, y), 'part')
  }
  if (g.when !== undefined) {
    const m = monthNumber(g.wm ?? '')
    const word = g.when.toLowerCase()
    if (/^(?:medio|midten)/.test(word)) return inYear(g.wy, (y) => plainDateOf(y, m, 15), 'approximate')
    if (/^(?:primo|b|start)/.test(word)) return inYear(g.wy, (y) => plainDateOf(y, m, 1), 'approximate')
    return inYear(g.wy, (y) => endOfMonth(y, m), 'month')
  }
  if (g.tm !== undefined) return inYear(g.tmy, (y) => endOfMonth(y, monthNumber(g.tm ?? '')), 'approximate')
  if (g.am !== undefined) return inYear(g.ay, (y) => endOfMonth(y, monthNumber(g.am ?? '')), 'month')
  if (g.turn !== undefined) return inYear(g.ty, (y) => plainDateOf(y, 12, 31), 'part')
  if (/^halvårss/i.test(written)) return inYear(g.hy, (y) => plainDateOf(y, 6, 30), 'part')
  if (g.ey !== undefined) return inYear(g.ey, (y) => plainDateOf(y, 12, 31), 'part')
  if (g.week !== undefined) return inYear(g.weekYear, (y) => endOfWeek(Number(g.week), y), 'approximate')
  return null
}

/**
 * All dates of a text, in order. `letterYear` fills in a year that is not written (a year that follows within
 * the same phrase goes first); without either, a date without a year is not reported.
 */
export const findDates = (text: string, letterYear: number | null): FoundDate[] => {
  const found: FoundDate[] = []
  pattern.lastIndex = 0
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    const near = yearAfter.exec(/^(?:[^.;:\n]|(?<=\d)\.){0,30}/.exec(text.slice(end, end + 30))?.[0] ?? '')
    const reading = readMatch(match[0], match.groups ?? {}, near ? Number(near[0]) : letterYear)
    if (reading) found.push({ start: match.index, end, text: match[0].trim(), ...reading })
  }
  return found
}

/** Words that say when, without a date: “flerårig”, “pågående”, “månedlig og kvartalsvis”. */
export const openTerm = words(
  '‹(?:flerårig|fleirårig|pågående|pågåande|løpende|løpande|kontinuerlig|kontinuerleg|ukentlig|vekentleg|hver uke|kvar veke|månedlig|månadleg|månedsvis|kvartalsvis|kvartalsvise|tertialvis|halvårlig|halvårleg|årlig|årleg|varig|fast|ved behov|etter avtale|avtales|avtalast|avklares|nærmere avtale|(?:til|før|i løpet av|innen) (?:våren|sommeren|sommaren|høsten|hausten|vinteren|påske|jul)(?: (?:19|20)\\d{2})?|(?:våren|sommeren|sommaren|høsten|hausten|vinteren)(?: (?:19|20)\\d{2})?|snarest|fortløpende|fortløpande|ikke fastsatt|ikkje fastsett|uten frist|utan frist)›',
  'iu',
)
