import { joinDeclared } from '../rules/join-declared.ts'
import type { Locale } from '../rules/locale.ts'
import type { Module, NoticeText, NoticeTexts } from './module.ts'

/** What the platform itself notifies people of. */
const own: NoticeTexts = {
  nb: {
    'export-done': { title: 'Uttrekket «{name}» er klart', body: 'Du kan hente filen i sju dager. Så slettes den.' },
    'export-failed': { title: 'Uttrekket «{name}» ble ikke laget', body: 'Se under Uttrekk hva som gikk galt.' },
    'backup-failed': {
      title: 'Sikkerhetskopien mangler for andre natt på rad',
      body: 'Den nattlige sikkerhetskopien er ikke blitt laget på to netter. Be den som drifter Fotfeste, om å kjøre ./fotfeste doctor.',
    },
  },
  nn: {
    'export-done': { title: 'Uttrekket «{name}» er klart', body: 'Du kan hente fila i sju dagar. Så blir ho sletta.' },
    'export-failed': { title: 'Uttrekket «{name}» vart ikkje laga', body: 'Sjå under Uttrekk kva som gjekk gale.' },
    'backup-failed': {
      title: 'Tryggingskopien manglar for andre natt på rad',
      body: 'Den nattlege tryggingskopien har ikkje vorte laga på to netter. Be den som driftar Fotfeste, om å køyre ./fotfeste doctor.',
    },
  },
  en: {
    'export-done': {
      title: 'The export “{name}” is ready',
      body: 'You can fetch the file for seven days. Then it is erased.',
    },
    'export-failed': { title: 'The export “{name}” was not made', body: 'See under Exports what went wrong.' },
    'backup-failed': {
      title: 'The backup is missing for the second night',
      body: 'The nightly backup has not been made for two nights. Ask whoever runs Fotfeste to run ./fotfeste doctor.',
    },
  },
}

/** The texts that the platform and the modules bring, together. Throws when two bring the same code. */
export const noticeTexts = (modules: readonly Module[]): NoticeTexts => {
  const joined = (locale: Locale) =>
    joinDeclared([
      ['platform', own[locale]] as const,
      ...modules.map(({ name, notices }) => [name, notices?.[locale] ?? {}] as const),
    ])
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
