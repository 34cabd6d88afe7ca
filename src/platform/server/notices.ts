import { joinDeclared } from '../rules/join-declared.ts'
import type { Module, NoticeText } from './module.ts'

/** Texts of all notices: code → language → text with `{name}` for parameters. */
export type NoticeTexts = Readonly<Record<string, Readonly<Record<'nb' | 'nn' | 'en', NoticeText>>>>

/** The texts that the modules bring, together. Throws when two bring the same code. */
export const noticeTexts = (modules: readonly Module[]): NoticeTexts =>
  joinDeclared(modules.map(({ name, notices = {} }) => [name, notices] as const))

const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))

/** A notice's title and body in a language; the code itself where a release has dropped the text. */
export const noticeText = (
  texts: NoticeTexts,
  code: string,
  locale: 'nb' | 'nn' | 'en',
  params: Readonly<Record<string, string | number>>,
): NoticeText => {
  const text = texts[code]?.[locale]
  return text ? { title: fill(text.title, params), body: fill(text.body, params) } : { title: code, body: '' }
}
