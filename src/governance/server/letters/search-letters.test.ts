import { expect, it } from 'vitest'
import { excerptOf } from './search-letters.ts'

it.each([
  ['drag, eitt oppdrag med ny frist og nytt må', false, false, '… eitt oppdrag med ny frist og nytt …'],
  ['Direktoratet for boset', true, false, 'Direktoratet for …'],
  ['og inkludering\n  skal rapportere.', false, true, '… inkludering skal rapportere.'],
  ['Kort brev', true, true, 'Kort brev'],
  ['sammenhengende', false, false, '… sammenhengende …'],
])('shows whole words of %j', (cut, atStart, atEnd, expected) => expect(excerptOf(cut, atStart, atEnd)).toBe(expected))
