import { joinDeclared } from '../rules/join-declared.ts'
import type { Module, NoticeText } from './module.ts'

/** Texts of all notices: code → language → text with `{name}` for parameters. */
export type NoticeTexts = Readonly<Record<string, Readonly<Record<'nb' | 'nn' | 'en', NoticeText>>>>

/** What the platform itself tells people. */
const own: NoticeTexts = {
  'backup-failed': {
    nb: {
      title: 'Sikkerhetskopien mangler for andre natt på rad',
      body: 'Den nattlige sikkerhetskopien er ikke blitt laget på to netter. Be den som drifter Fotfeste, om å kjøre ./fotfeste doctor.',
    },
    nn: {
      title: 'Tryggingskopien manglar for andre natt på rad',
      body: 'Den nattlege tryggingskopien har ikkje vorte laga på to netter. Be den som driftar Fotfeste, om å køyre ./fotfeste doctor.',
    },
    en: {
      title: 'The backup is missing for the second night',
      body: 'The nightly backup has not been made for two nights. Ask whoever runs Fotfeste to run ./fotfeste doctor.',
    },
  },
}

/** The texts that the platform and the modules bring, together. Throws when two bring the same code. */
export const noticeTexts = (modules: readonly Module[]): NoticeTexts =>
  joinDeclared([['platform', own], ...modules.map(({ name, notices = {} }) => [name, notices] as const)])

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
