import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../rules/plain-date.ts'
import {
  compareTexts,
  formatDate,
  formatDaysLeft,
  formatInstant,
  formatKroner,
  formatNumber,
  formatPercent,
} from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')
const date = (text: string) => text as PlainDate

describe('formats', () => {
  it('writes dates with day first', () => expect(formatDate(date('2026-11-22'))).toBe('22.11.2026'))

  it('shows instants in Oslo, where the day may already be the next', () =>
    expect(formatInstant('2026-06-30T22:02:00Z')).toBe('01.07.2026 00:02'))

  it.each([
    ['nb', '1 234,5'],
    ['nn', '1 234,5'],
    ['en', '1,234.5'],
  ] as const)('groups and separates numbers in %s', (locale, text) =>
    expect(plain(formatNumber(1234.5, locale))).toBe(text),
  )

  it('writes kroner and per cent', () => {
    expect(plain(formatKroner(1234, 'nb'))).toBe('kr 1 234')
    expect(plain(formatKroner(1234, 'en'))).toBe('NOK 1,234')
    expect(plain(formatPercent(0.764, 'nn', 1))).toBe('76,4 %')
  })

  it.each([
    ['nb', '2026-12-04', '12 dager igjen'],
    ['nb', '2026-11-23', '1 dag igjen'],
    ['nb', '2026-11-22', 'frist i dag'],
    ['nb', '2026-11-19', '3 dager over fristen'],
    ['nn', '2026-12-04', '12 dagar att'],
    ['nn', '2026-11-21', '1 dag over fristen'],
    ['en', '2026-12-04', '12 days left'],
    ['en', '2026-11-21', '1 day overdue'],
  ] as const)('counts days in %s to %s', (locale, deadline, text) =>
    expect(formatDaysLeft(date(deadline), date('2026-11-22'), locale)).toBe(text),
  )

  it('sorts æ ø å last and numbers by value', () =>
    expect(['Ålesund', 'Ørsta', '2026-10', 'Ærø', 'Bodø', '2026-9'].sort(compareTexts)).toEqual([
      '2026-9',
      '2026-10',
      'Bodø',
      'Ærø',
      'Ørsta',
      'Ålesund',
    ]))
})
