import { useTexts } from '../../platform/web/i18n/texts.ts'
import { AccessGivers } from '../../platform/web/parts/AccessGivers.tsx'
import { texts } from './texts.ts'

/** For someone who has logged in without a role: what that means, and who can give one. */
export const NoRoleBlock = () => {
  const t = useTexts(texts)
  return (
    <section className="ff-panel" aria-labelledby="no-role">
      <h2 id="no-role">{t('noRole.title')}</h2>
      <p>{t('noRole.lead')}</p>
      <AccessGivers nobody={`${t('noRole.nobody')} ${t('noRole.citizen')}`} />
      <p>{t('noRole.afterwards')}</p>
    </section>
  )
}
