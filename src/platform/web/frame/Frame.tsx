import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, Outlet, ScrollRestoration, useNavigation } from 'react-router'
import { formatInstant } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import type { NavigationEntry } from '../module.ts'
import { useOnline } from '../parts/useOnline.ts'
import { maySee, useSession } from '../session/session.ts'
import { Header } from './Header.tsx'
import { ShortcutHelp } from './ShortcutHelp.tsx'

/** On paper: from where, and when. */
const Printed = () => {
  const t = useTexts(platformTexts)
  const [at, setAt] = useState(() => new Date())
  useEffect(() => {
    const before = () => flushSync(() => setAt(new Date()))
    window.addEventListener('beforeprint', before)
    return () => window.removeEventListener('beforeprint', before)
  }, [])
  return <p className="ff-print-only ff-printed">{t('frame.printed', { when: formatInstant(at) })}</p>
}

/** What stands around every page: skip link, header, notices that concern the whole, the page, the foot. */
export const Frame = ({ entries }: { entries: readonly NavigationEntry[] }) => {
  const t = useTexts(platformTexts)
  const session = useSession()
  const online = useOnline()
  const { state } = useNavigation()
  return (
    <div className="ff-frame">
      <a className="ff-skip" href="#main">
        {t('frame.skip')}
      </a>
      <Header entries={entries} />
      {online ? null : (
        <p className="ff-strip" role="status">
          {t('frame.offline')}
        </p>
      )}
      {session.demo ? (
        <aside className="ff-strip ff-strip--demo">
          {t('frame.demo')}{' '}
          {maySee(session, { permission: 'test-inbox.read' }) ? (
            <Link to="/test-inbox">{t('frame.testInbox')}</Link>
          ) : null}
        </aside>
      ) : null}
      <main id="main" className="ff-main" tabIndex={-1} aria-busy={state === 'loading'}>
        <Printed />
        <Outlet />
      </main>
      <footer className="ff-footer">
        <nav className="ff-footer__row" aria-label={t('frame.footer')}>
          <Link to="/accessibility">{t('frame.accessibility')}</Link>
          <Link to="/privacy">{t('frame.privacy')}</Link>
          <Link to="/about">{t('frame.about')}</Link>
        </nav>
      </footer>
      <ShortcutHelp />
      <ScrollRestoration />
    </div>
  )
}
