import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'
import { TextSections } from './TextSections.tsx'

/** The accessibility statement that Norwegian law asks of every public site. */
export const AccessibilityPage = () => {
  const t = useTexts(pageTexts)
  return (
    <Page narrow title={t('accessibility.title')} lead={t('accessibility.lead')}>
      <TextSections
        sections={[
          [t('accessibility.statusTitle'), t('accessibility.status')],
          [t('accessibility.howTitle'), t('accessibility.how')],
          [t('accessibility.keyboardTitle'), t('accessibility.keyboard')],
          [t('accessibility.gapsTitle'), t('accessibility.gaps')],
          [t('accessibility.reportTitle'), t('accessibility.report')],
        ]}
      />
    </Page>
  )
}
