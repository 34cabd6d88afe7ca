import { joinDeclared } from '../rules/join-declared.ts'
import type { Locale } from '../rules/locale.ts'
import type { Module, NoticeText, NoticeTexts } from './module.ts'

/** The texts that the modules bring, together. Throws when two bring the same code. */
export const noticeTexts = (modules: readonly Module[]): NoticeTexts => {
  const joined = (locale: Locale) =>
    joinDeclared(modules.map(({ name, notices }) => [name, notices?.[locale] ?? {}] as const))
  return { nb: joined('nb'), nn: joined('nn'), en: joined('en') }
}

const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))

/** A notice's title and body in a language; the code itself where a release has dropped the text. */
export const noticeText = (
  texts: NoticeTexts,
  code: string,
  locale: Locale,
  params: Readonly<Record<string, string | number>>,
): NoticeText => {
  const text = texts[locale][code]
  return text ? { title: fill(text.title, params), body: fill(text.body, params) } : { title: code, body: '' }
}
