import { useRouteError } from 'react-router'
import { asProblem } from '../api/problem.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Page } from '../parts/Page.tsx'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** A page that broke: what the server said if it was the server, and a way to load it anew. */
export const ErrorPage = () => {
  const t = useTexts(platformTexts)
  const problem = asProblem(useRouteError())
  if (problem.code === 'not-found') return <NotFoundPage />
  return (
    <Page narrow title={t('states.errorTitle')} lead={t('states.errorLead')}>
      <ProblemNotice error={problem} retry={() => window.location.reload()} />
    </Page>
  )
}
