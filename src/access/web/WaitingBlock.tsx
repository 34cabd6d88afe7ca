import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { administrationQuery } from './queries.ts'
import { texts } from './texts.ts'

/** For an administrator: who waits for access. Nothing when nobody does. */
export const WaitingBlock = () => {
  const t = useTexts(texts)
  const { data } = useQuery(administrationQuery)
  if (data === undefined || data.waiting.length === 0) return null
  return (
    <section className="ff-panel" aria-labelledby="waiting-for-access">
      <h2 id="waiting-for-access">{t('waiting.title', { count: data.waiting.length })}</h2>
      <ul>
        {data.waiting.slice(0, 5).map((person) => (
          <li key={person.accountId}>{person.name || t('waiting.unnamed')}</li>
        ))}
      </ul>
      <Link to="/access">{t('waitingBlock.open')}</Link>
    </section>
  )
}
