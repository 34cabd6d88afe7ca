import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Locale } from '../../rules/locale.ts'
import { rememberLocale } from './remembered-locale.ts'

/** Texts by key, nested as deep as the module likes. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}

type Stem<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K

/** Every dotted key of a tree; `days_one` and `days_other` are reached as `days` with a `count`. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? Stem<K> : `${K}.${TextKey<T[K]>}`
}[keyof T & string]

/** Finds the text of a key and fills its `{{parameters}}`. */
export type Translate<T> = (key: TextKey<T>, params?: Readonly<Record<string, string | number>>) => string

/** A module's texts: an id and one loader a language. */
export interface TextBundle<T = unknown> {
  readonly id: string
  readonly load: (locale: Locale) => Promise<void>
  /** Only for the type: the shape of the texts. */
  readonly shape?: T
}

const used = new Set<TextBundle>()

/**
 * Declares a module's texts. The bokmål file gives the keys; the others are typed as `typeof nb`, so that a missing
 * or surplus key does not compile.
 */
export const textBundle = <T extends TextTree>(
  id: string,
  loaders: Readonly<Record<Locale, () => Promise<T>>>,
): TextBundle<T> => {
  const bundle: TextBundle<T> = {
    id,
    load: async (locale) => {
      used.add(bundle)
      if (!i18next.hasResourceBundle(locale, id)) i18next.addResourceBundle(locale, id, await loaders[locale]())
    },
  }
  return bundle
}

/** The texts of a bundle in the current language; the bundle must have been loaded with its page. */
export const useTexts = <T>(bundle: TextBundle<T>): Translate<T> => {
  const { t } = useTranslation(bundle.id, { useSuspense: false })
  return (key, params) => t(key, { ...params })
}

/** The language now shown. */
export const currentLocale = (): Locale => i18next.language as Locale

/** The language now shown; the component follows when it changes. */
export const useLocale = (): Locale => useTranslation(undefined, { useSuspense: false }).i18n.language as Locale

/** Starts i18next in a language with the bundles that the frame needs. */
export const startTexts = async (locale: Locale, bundles: readonly TextBundle[]): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    ns: [],
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // A bare key on the screen is a fault that somebody should hear of; the journeys fail on it.
    saveMissing: true,
    missingKeyHandler: (_languages, bundle, key) => reportError(new Error(`no text for ${bundle}:${key}`)),
  })
  await Promise.all(bundles.map((bundle) => bundle.load(locale)))
  rememberLocale(locale)
}

/** Loads everything in use in the new language, and only then shows it: the page never shows bare keys. */
export const changeLocale = async (locale: Locale): Promise<void> => {
  await Promise.all([...used].map((bundle) => bundle.load(locale)))
  await i18next.changeLanguage(locale)
  rememberLocale(locale)
}
