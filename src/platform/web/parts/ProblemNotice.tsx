import { Button, Link, LocalAlert } from '@navikt/ds-react'
import { asProblem } from '../api/problem.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import { useTexts } from '../i18n/texts.ts'

/** What went wrong and what to do about it, read aloud when it appears; with a way to try again where there is one. */
export const ProblemNotice = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useTexts(platformTexts)
  const problem = asProblem(error)
  const words = useProblemText(problem)
  if (words === null) return null
  return (
    <LocalAlert status="error" size="small" role="alert" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{words.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{words.advice}</p>
        {problem.code === 'not-logged-in' ? (
          <Link href="/login" target="_blank">
            {t('page.loginInNewTab')}
          </Link>
        ) : null}
        {retry === undefined ? null : (
          <Button size="small" variant="secondary" type="button" onClick={retry}>
            {t('page.retry')}
          </Button>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  )
}
