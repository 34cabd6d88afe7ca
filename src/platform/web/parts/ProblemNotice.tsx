import { XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { asProblem } from '../api/problem.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useTexts } from '../i18n/texts.ts'

/**
 * What went wrong and what to do about it, read aloud when it appears; with a way to try again where there is one. In
 * Aksel's classes without its components, which would be a twentieth of what every first page loads.
 */
export const ProblemNotice = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useTexts(platformTexts)
  const problem = asProblem(error)
  const words = useProblemText(problem)
  if (words === null) return null
  return (
    <div className="aksel-base-alert" data-size="small" data-color="danger" data-variant="strong" data-global="false">
      <div role="alert">
        <div className="aksel-base-alert__header" data-color="danger">
          <div className="aksel-base-alert__icon">
            <XMarkOctagonFillIcon aria-hidden />
          </div>
          <h2 className="aksel-base-alert__title aksel-body-short aksel-body-short--medium aksel-typo--semibold">
            {words.title}
          </h2>
        </div>
        <div className="aksel-base-alert__content aksel-body-long aksel-body-long--small" data-color="accent">
          <p>{words.advice}</p>
          {problem.code === 'not-logged-in' ? (
            <a className="aksel-link" href="/login" target="_blank" rel="noreferrer">
              {t('page.loginInNewTab')}
            </a>
          ) : null}
          {retry === undefined ? null : (
            <button type="button" className="aksel-button aksel-button--small" data-variant="secondary" onClick={retry}>
              <span className="aksel-label aksel-label--small">{t('page.retry')}</span>
            </button>
          )}
        </div>
      </div>
    </div>
  )
}
