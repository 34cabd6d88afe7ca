import { expect, it } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { noticeTexts } from '../../src/platform/server/notices.ts'

const texts = noticeTexts(modules)
const named = (text: { title: string; body: string } | undefined) =>
  [...`${text?.title} ${text?.body}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

it.each(Object.entries(texts.nb))('the notice %s says the same of its parameters in each language', (code, text) => {
  expect([texts.nn[code], texts.en[code]].map(named)).toEqual([named(text), named(text)])
})
