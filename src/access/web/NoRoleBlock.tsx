import { useTexts } from '../../platform/web/i18n/texts.ts'
import { useSession } from '../../platform/web/session/session.ts'
import { texts } from './texts.ts'

/** For someone who has logged in without a role: what that means, and who can give one. */
export const NoRoleBlock = () => {
  const t = useTexts(texts)
  const session = useSession()
  return (
    <section className="ff-panel" aria-labelledby="no-role">
      <h2 id="no-role">{t('noRole.title')}</h2>
      <p>{t('noRole.lead')}</p>
      {session.accessGivers.length === 0 ? (
        <>
          <p>{t('noRole.nobody')}</p>
          <p>{t('noRole.citizen')}</p>
        </>
      ) : (
        <>
          <h3>{t('noRole.givers')}</h3>
          <ul>
            {session.accessGivers.map((giver) => (
              <li key={`${giver.organisation} ${giver.administrator}`}>{t('noRole.giver', giver)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t('noRole.afterwards')}</p>
    </section>
  )
}
