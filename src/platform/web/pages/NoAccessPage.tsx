import { Link } from 'react-router'
import { usePermissionWords } from '../i18n/permission-words.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useRoleName } from '../i18n/role-name.ts'
import { useTexts } from '../i18n/texts.ts'
import { AccessGivers } from '../parts/AccessGivers.tsx'
import { Page } from '../parts/Page.tsx'
import { useSession } from '../session/session.ts'

/** No access: why, as whom one is here, and who can give it. */
export const NoAccessPage = ({ permission }: { permission: string }) => {
  const t = useTexts(platformTexts)
  const what = usePermissionWords(permission)
  const roleName = useRoleName()
  const session = useSession()
  return (
    <Page narrow title={t('states.noAccessTitle')} lead={t('states.noAccessLead', { what })}>
      <p>
        {t('states.noAccessWho', {
          organisation: session.organisation?.name ?? '–',
          role: roleName(session.role),
        })}
      </p>
      <AccessGivers nobody={t('states.noGiver')} />
      <p>
        <Link to="/">{t('page.home')}</Link>
      </p>
    </Page>
  )
}
