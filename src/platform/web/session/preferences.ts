import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Locale } from '../../rules/locale.ts'
import { send } from '../api/ask.ts'
import { changeLocale } from '../i18n/texts.ts'
import { type Session, sessionQuery } from './session.ts'

/** How the interface looks. */
export type ThemeChoice = Session['theme']

const themeKey = 'fotfeste.theme'
const shortcutsKey = 'fotfeste.shortcuts'

/** Shows a theme and keeps it for theme.js and the next visit. */
export const showTheme = (theme: ThemeChoice): void => {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  const { classList } = document.documentElement
  classList.toggle('dark', dark)
  classList.toggle('light', !dark)
  localStorage.setItem(themeKey, theme)
}

/** The theme chosen on this machine. */
export const rememberedTheme = (): ThemeChoice => {
  const stored = localStorage.getItem(themeKey)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Follows the machine between light and dark while the choice is `system`. */
export const followSystemTheme = (): void => {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showTheme(rememberedTheme()))
}

/** Single-key shortcuts can be turned off (WCAG 2.1, 2.1.4): they disturb speech input. */
export const shortcutsOn = (): boolean => localStorage.getItem(shortcutsKey) !== 'off'

/** Turns the single-key shortcuts on or off on this machine. */
export const setShortcuts = (on: boolean): void => localStorage.setItem(shortcutsKey, on ? 'on' : 'off')

/** Changes language or theme at once, and keeps the choice with the person when someone is logged in. */
export const usePreferences = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (choice: { locale?: Locale; theme?: ThemeChoice }) => {
      if (choice.theme !== undefined) showTheme(choice.theme)
      if (choice.locale !== undefined) await changeLocale(choice.locale)
      const session = queryClient.getQueryData(sessionQuery.queryKey)
      if (session === undefined || session.person === null) return
      await send('PUT', '/api/session/preferences', choice, { keepalive: true })
      void queryClient.invalidateQueries({ queryKey: ['notifications'] })
      queryClient.setQueryData<Session>(sessionQuery.queryKey, (now) => now && { ...now, ...choice })
    },
  })
}
