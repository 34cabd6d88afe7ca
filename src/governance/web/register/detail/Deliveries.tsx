import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlainDate } from '../../../../platform/rules/plain-date.ts'
import { formatDate } from '../../../../platform/web/format.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { FileChoice } from '../../../../platform/web/parts/FileChoice.tsx'
import { ProblemNotice } from '../../../../platform/web/parts/ProblemNotice.tsx'
import { upload } from '../../../../platform/web/parts/upload.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { registerKey } from '../queries.ts'
import { texts } from '../texts.ts'

type Delivery = Detail['deliveries'][number]

/** Attaches a document to a delivery that was recorded without one. */
const Attach = ({ delivery }: { delivery: Delivery }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const attach = useMutation({
    mutationFn: (file: File) => upload(`/api/deliveries/${delivery.id}/document`, file, () => {}),
    onSuccess: () => client.invalidateQueries({ queryKey: registerKey }),
  })
  return (
    <div className="ff-no-print">
      <FileChoice label={t('deliveries.attach')} disabled={attach.isPending} choose={(file) => attach.mutate(file)} />
      {attach.isError ? <ProblemNotice error={attach.error} /> : null}
    </div>
  )
}

/** What has been delivered, newest first. */
export const Deliveries = ({ detail, mayWrite }: { detail: Detail; mayWrite: boolean }) => {
  const t = useTexts(texts)
  if (detail.deliveries.length === 0) return <p className="ff-subtle">{t('deliveries.none')}</p>
  return (
    <ul className="ff-plain-list ff-reg-entries">
      {detail.deliveries.map((delivery) => (
        <li key={delivery.id}>
          <p>
            <strong>
              {t('deliveries.sentTo', {
                recipient: delivery.recipient,
                date: formatDate(delivery.on as PlainDate),
              })}
            </strong>{' '}
            <span className="ff-subtle">{delivery.by}</span>
          </p>
          {delivery.note === '' ? null : <p className="ff-reg-text-block">{delivery.note}</p>}
          {delivery.document === null ? (
            mayWrite ? (
              <Attach delivery={delivery} />
            ) : null
          ) : (
            <a href={`/api/deliveries/${delivery.id}/document`} download>
              {delivery.document.name}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
