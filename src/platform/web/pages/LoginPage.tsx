import { Navigate, useSearchParams } from 'react-router'
import { problemOf } from '../api/problem.ts'
import { pageTexts } from '../i18n/pages.ts'
import { useRoleName } from '../i18n/role-name.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { loginAddress, type Session, useSession } from '../session/session.ts'

/** Only addresses of our own, so that a link cannot send someone elsewhere after login. */
const ownAddress = (wanted: string | null): string =>
  wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.startsWith('/\\') ? wanted : '/'

const DemoUsers = ({ users, returnTo }: { users: Session['demoUsers']; returnTo: string }) => {
  const t = useTexts(pageTexts)
  const roleName = useRoleName()
  const organisations = [...new Set(users.map((user) => user.organisation))]
  return (
    <section aria-labelledby="demo-users" className="ff-stack">
      <h2 id="demo-users">{t('login.demoTitle')}</h2>
      <p>{t('login.demoLead')}</p>
      {organisations.map((organisation) => (
        <div key={organisation}>
          <h3>{organisation}</h3>
          <ul className="ff-plain-list ff-demo-users">
            {users
              .filter((user) => user.organisation === organisation)
              .map((user) => (
                <li key={user.subject}>
                  <a className="ff-choice" href={loginAddress(user.provider, returnTo, user.subject)}>
                    <strong>{roleName(user.role)}</strong>
                    <span className="ff-subtle">{user.name}</span>
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** The login: the two ways in, each saying for whom it is; in the demo also one button for each demo user. */
export const LoginPage = () => {
  const t = useTexts(pageTexts)
  const session = useSession()
  const [search] = useSearchParams()
  const returnTo = ownAddress(search.get('returnTo'))
  const problem = search.get('problem')
  if (session.person !== null) return <Navigate replace to={returnTo} />
  return (
    <Page title={t('login.title')} lead={t('login.lead')}>
      {problem === null ? null : (
        <ProblemNotice error={problemOf(401, { code: problem, params: Object.fromEntries(search) })} />
      )}
      <ul className="ff-plain-list ff-providers">
        {session.providers.map((provider) => (
          <li key={provider.id}>
            <a className="ff-choice ff-choice--large" href={loginAddress(provider.id, returnTo)}>
              <strong>{provider.name}</strong>
              <span>{provider.id === 'citizen' ? t('login.citizen') : t('login.employee')}</span>
            </a>
          </li>
        ))}
      </ul>
      {session.demo && session.demoUsers.length > 0 ? (
        <DemoUsers users={session.demoUsers} returnTo={returnTo} />
      ) : null}
    </Page>
  )
}
