import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatInstant } from '../../../platform/web/format.ts'
import { platformTexts } from '../../../platform/web/i18n/platform.ts'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { nameOf } from '../name-of.ts'
import { frontPageQuery } from './front-page-query.ts'
import { texts } from './texts.ts'

/** What others have done lately. */
export const ChangesBlock = () => {
  const t = useTexts(texts)
  const words = useTexts(platformTexts)
  const query = useQuery(frontPageQuery)
  return (
    <Answer query={query} lines={4}>
      {({ changes }) => (
        <section className="ff-panel ff-stack">
          <h2>{t('front.changes')}</h2>
          {changes.length === 0 ? <p className="ff-subtle">{t('front.noChanges')}</p> : null}
          <ul className="ff-plain-list">
            {changes.map((change) => (
              <li key={`${change.what} ${change.record} ${change.at}`} className="ff-change">
                <Link to={`/register/${change.record}`}>{nameOf(change)}</Link>
                <span className="ff-change__about">
                  {change.whole === null ? '' : `${t('calendar.partOf', { whole: change.whole })} · `}
                  {t(`front.changed.${change.what}`, {
                    light: words(`lights.${change.light ?? 'none'}`).toLowerCase(),
                  })}
                  {change.by === null ? '' : `, ${change.by}`} · {formatInstant(change.at)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Answer>
  )
}
