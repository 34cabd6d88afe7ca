import { pageTexts } from '../i18n/pages.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'

/** Version, licence, what the program is made of, and the documentation of its interface. */
export const AboutPage = () => {
  const t = useTexts(pageTexts)
  return (
    <Page narrow title={t('about.title')} lead={t('about.lead')}>
      <dl className="ff-facts">
        <dt>{t('about.version')}</dt>
        <dd>{__VERSION__}</dd>
        <dt>{t('about.licence')}</dt>
        <dd>
          <a href="https://eupl.eu/1.2/no/">EUPL-1.2</a>
        </dd>
        <dt>{t('about.parts')}</dt>
        <dd>
          <a href="/sbom.json">{t('about.sbom')}</a>
        </dd>
        <dt>{t('about.interface')}</dt>
        <dd>
          <a href="/api/docs">{t('about.docs')}</a>
        </dd>
      </dl>
    </Page>
  )
}
