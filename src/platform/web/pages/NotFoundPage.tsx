import { Link } from 'react-router'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const t = useTexts(platformTexts)
  return (
    <Page narrow title={t('states.notFoundTitle')} lead={t('states.notFoundLead')}>
      <p>
        <Link to="/">{t('page.home')}</Link>
      </p>
    </Page>
  )
}
