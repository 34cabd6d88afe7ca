import { Link } from 'react-router'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'

/** What the letter says: the quoted place among the words around it, and the way to it. */
export const LetterPassage = ({ letter }: { letter: NonNullable<Detail['letter']> }) => {
  const t = useTexts(texts)
  const { passage } = letter
  return (
    <>
      {passage === null ? (
        <p className="ff-subtle">{t('letter.none')}</p>
      ) : (
        <blockquote className="ff-reg-quote">
          <span className="ff-subtle">… {passage.before}</span>
          <mark>{passage.quoted}</mark>
          <span className="ff-subtle">{passage.after} …</span>
        </blockquote>
      )}
      <p>
        <Link to={`/letters/${letter.id}`}>{t('letter.open', { title: letter.title })}</Link>{' '}
        <span className="ff-subtle">
          {[
            letter.date === null ? '' : formatDate(letter.date as PlainDate),
            letter.reference === null ? '' : t('letter.reference', { reference: letter.reference }),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </p>
    </>
  )
}
