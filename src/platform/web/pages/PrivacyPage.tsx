import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'
import { TextSections } from './TextSections.tsx'

/** What is kept about whom, why, for how long, who sees it, and the rights one has. */
export const PrivacyPage = () => {
  const t = useTexts(pageTexts)
  return (
    <Page narrow title={t('privacy.title')} lead={t('privacy.lead')}>
      <TextSections
        sections={[
          [t('privacy.whatTitle'), t('privacy.what')],
          [t('privacy.whyTitle'), t('privacy.why')],
          [t('privacy.whoTitle'), t('privacy.who')],
          [t('privacy.logTitle'), t('privacy.log')],
          [t('privacy.cookiesTitle'), t('privacy.cookies')],
          [t('privacy.rightsTitle'), t('privacy.rights')],
        ]}
      />
    </Page>
  )
}
