import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { Answer } from '../../../platform/web/parts/Answer.tsx'
import { useProgressWords } from './progress-words.ts'
import { listQuery } from './queries.ts'
import { texts } from './texts.ts'

/** The letters that await checking, on the front page of those who check. */
export const LettersToCheck = () => {
  const t = useTexts(texts)
  const words = useProgressWords()
  const query = useQuery(listQuery)
  return (
    <section className="ff-panel ff-stack" aria-labelledby="letters-to-check">
      <h2 id="letters-to-check">{t('front.title')}</h2>
      <Answer query={query} lines={2}>
        {({ letters }) => {
          const waiting = letters.filter((letter) => letter.state === 'checking')
          if (waiting.length === 0) return <p className="ff-subtle">{t('front.none')}</p>
          return (
            <ul className="ff-plain-list">
              {waiting.map(({ id, title, progress }) => (
                <li key={id}>
                  <Link to={`/letters/${id}`}>{title}</Link> <span className="ff-subtle">{words(progress)}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Answer>
    </section>
  )
}
