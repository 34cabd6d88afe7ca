import { Link, useLocation } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useLocale, useTexts } from '../i18n/texts.ts'
import type { NavigationEntry } from '../module.ts'
import { maySee, useSession } from '../session/session.ts'

/** The main navigation: the entries of all modules that the session may see, in order. */
export const Navigation = ({ entries }: { entries: readonly NavigationEntry[] }) => {
  const t = useTexts(platformTexts)
  const locale = useLocale()
  const session = useSession()
  const { pathname } = useLocation()
  const isHere = ({ to, also = [] }: NavigationEntry) =>
    [to, ...also].some((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)))
  const seen = entries.filter((entry) => maySee(session, entry.access)).sort((a, b) => a.order - b.order)
  if (seen.length === 0) return null
  return (
    <nav aria-label={t('frame.navigation')} className="ff-nav">
      {seen.map((entry) => (
        <Link key={entry.to} to={entry.to} aria-current={isHere(entry) ? 'page' : undefined}>
          {entry.words[locale]}
        </Link>
      ))}
    </nav>
  )
}
