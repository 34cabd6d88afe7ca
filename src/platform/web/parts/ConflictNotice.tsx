import { Button, LocalAlert } from '@navikt/ds-react'
import { asProblem } from '../api/problem.ts'
import { formatInstant } from '../format.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'

/** One field as the person wrote it and as someone else saved it meanwhile. */
export interface Difference {
  readonly field: string
  readonly mine: string
  readonly theirs: string
}

/**
 * A write that failed. When someone else has changed the record (`changed-by-other`), it says who and when, shows both
 * values of each field (null: it is not known which), and offers to keep one's own or take the other's; any other
 * problem is told as it is.
 */
export const ConflictNotice = (props: {
  error: unknown
  differences: readonly Difference[] | null
  keepMine: () => void
  takeTheirs: () => void
}) => {
  const t = useTexts(platformTexts)
  const problem = asProblem(props.error)
  const { differences } = props
  if (problem.code !== 'changed-by-other') return <ProblemNotice error={problem} />
  const by = String(problem.params.by ?? '')
  const at = typeof problem.params.at === 'string' ? formatInstant(problem.params.at) : ''
  return (
    <LocalAlert status="warning" size="small" role="alert" as="div">
      <LocalAlert.Header>
        <LocalAlert.Title as="h2">{t('conflict.title')}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{t('conflict.lead', { by, at })}</p>
        {differences?.length === 0 ? <p>{t('conflict.elsewhere')}</p> : null}
        {differences === null || differences.length === 0 ? null : (
          <table className="ff-conflict">
            <thead>
              <tr>
                <th scope="col">{t('conflict.field')}</th>
                <th scope="col">{t('conflict.mine')}</th>
                <th scope="col">{t('conflict.theirs', { by })}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <tr key={difference.field}>
                  <th scope="row">{difference.field}</th>
                  <td>{difference.mine}</td>
                  <td>{difference.theirs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <div className="ff-page__actions">
          <Button size="small" type="button" onClick={props.keepMine}>
            {t('conflict.keepMine')}
          </Button>
          <Button size="small" type="button" variant="secondary" onClick={props.takeTheirs}>
            {t('conflict.takeTheirs')}
          </Button>
        </div>
      </LocalAlert.Content>
    </LocalAlert>
  )
}
