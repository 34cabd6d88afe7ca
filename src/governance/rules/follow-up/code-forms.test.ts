import { expect, it } from 'vitest'
import { codeForms } from './code-forms.ts'

it.each([
  ['2026-03', ['2026-03']],
  [' 2026 03 ', ['2026 03', '2026-03']],
  ['202603', ['202603', '2026-03']],
  ['SP1', ['sp1', 'sp 1']],
  ['R 4', ['r 4']],
  ['2026', ['2026']],
  ['20260', ['20260']],
  ['123456789', ['123456789']],
  ['bosetting 2026', ['bosetting 2026']],
])('%j may stand as %j', (text, forms) => expect(codeForms(text)).toEqual(forms))
