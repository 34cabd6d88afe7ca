import { ChevronDownIcon, PersonCircleIcon } from '@navikt/aksel-icons'
import { Link, useLocation } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useRoleName } from '../i18n/role-name.ts'
import { useTexts } from '../i18n/texts.ts'
import { useLogout, usePermission, useSession, useSwitchMembership } from '../session/session.ts'
import { Menu } from './Menu.tsx'

/** Who one is and for whom, the other organisations, the preferences, and the ways out; or the way in. */
export const UserMenu = () => {
  const t = useTexts(platformTexts)
  const roleName = useRoleName()
  const session = useSession()
  const logout = useLogout()
  const switchMembership = useSwitchMembership()
  const { pathname, search } = useLocation()
  const hasExports = usePermission('export.own')

  if (session.person === null) {
    return pathname === '/login' ? null : (
      <Link className="ff-tool" to={`/login?returnTo=${encodeURIComponent(pathname + search)}`}>
        {t('frame.logIn')}
      </Link>
    )
  }
  const { person, organisation } = session
  const others = session.memberships.filter(
    (one) => one.organisationId !== organisation?.id || one.role !== session.role,
  )
  return (
    <Menu
      label={t('frame.userMenu', { name: person.name })}
      button={
        <>
          <PersonCircleIcon aria-hidden />
          <span className="ff-wide-only">
            {person.name.split(' ')[0]}, {roleName(session.role)}
          </span>
          <ChevronDownIcon aria-hidden />
        </>
      }
    >
      <div className="ff-menu__head">
        <strong>{person.name}</strong>
        <p className="ff-subtle">
          {organisation?.name}, {roleName(session.role)}
        </p>
      </div>
      {others.map((one) => (
        <button key={one.id} type="button" className="ff-menu__item" onClick={() => switchMembership.mutate(one.id)}>
          {t('frame.switchTo', { organisation: one.organisationName })}
          <span className="ff-subtle"> ({roleName(one.role)})</span>
        </button>
      ))}
      <hr />
      <Link className="ff-menu__item" to="/preferences">
        {t('frame.preferences')}
      </Link>
      <Link className="ff-menu__item" to="/logins">
        {t('frame.logins')}
      </Link>
      {hasExports ? (
        <Link className="ff-menu__item" to="/exports">
          {t('frame.exports')}
        </Link>
      ) : null}
      <hr />
      <button type="button" className="ff-menu__item" onClick={() => logout.mutate('here')}>
        {t('frame.logOut')}
      </button>
      <button type="button" className="ff-menu__item" onClick={() => logout.mutate('everywhere')}>
        {t('frame.logOutEverywhere')}
      </button>
    </Menu>
  )
}
