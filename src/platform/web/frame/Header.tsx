import { MenuHamburgerIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useEffect, useId, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import type { NavigationEntry } from '../module.ts'
import { useMenuButton } from '../parts/useNarrow.ts'
import { maySee, useSession } from '../session/session.ts'
import { GlobalSearch } from './GlobalSearch.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { Navigation } from './Navigation.tsx'
import { NotificationsButton } from './NotificationsButton.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { UserMenu } from './UserMenu.tsx'

/** The band above every page. It is dark in both themes, so its colours are always the dark ones. */
export const Header = ({ entries }: { entries: readonly NavigationEntry[] }) => {
  const t = useTexts(platformTexts)
  const session = useSession()
  const compact = useMenuButton()
  const [open, setOpen] = useState(false)
  const { key } = useLocation()
  const drawer = useId()
  const search = maySee(session, { permission: 'search.use' }) ? <GlobalSearch /> : null
  const mayNotify = maySee(session, { permission: 'notification.own' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's change is what closes the menu.
  useEffect(() => setOpen(false), [key])

  return (
    <header className="ff-header dark">
      <div className="ff-header__row">
        <Link to="/" className="ff-brand" aria-label={`Fotfeste – ${t('frame.home')}`}>
          <Mark />
          Fotfeste
        </Link>
        <div className="ff-header__search">{compact ? null : search}</div>
        <div className="ff-header__tools">
          {compact ? null : <LanguageSwitch />}
          {compact ? null : <ThemeSwitch />}
          {mayNotify ? <NotificationsButton /> : null}
          <UserMenu />
          {compact ? (
            <button
              type="button"
              className="ff-tool"
              aria-label={open ? t('frame.closeMenu') : t('frame.menu')}
              aria-expanded={open}
              aria-controls={drawer}
              onClick={() => setOpen(!open)}
            >
              {open ? <XMarkIcon aria-hidden /> : <MenuHamburgerIcon aria-hidden />}
            </button>
          ) : null}
        </div>
      </div>
      {compact ? (
        <div id={drawer} className="ff-drawer" hidden={!open}>
          {search}
          <Navigation entries={entries} />
          <div className="ff-drawer__tools">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      ) : (
        <div className="ff-header__nav">
          <Navigation entries={entries} />
        </div>
      )}
    </header>
  )
}
