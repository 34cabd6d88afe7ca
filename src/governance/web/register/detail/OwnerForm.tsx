import { useQuery } from '@tanstack/react-query'
import { send } from '../../../../platform/web/api/ask.ts'
import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import { InPlaceForm } from '../../../../platform/web/register/InPlaceForm.tsx'
import { useRecordForm } from '../../../../platform/web/register/useRecordForm.ts'
import { commitmentRecord, type FormProps } from '../commitment-record.ts'
import { OwnerFields, ownerBody } from '../OwnerFields.tsx'
import { optionsQuery } from '../queries.ts'
import { texts } from '../texts.ts'

/** Gives it an owner. */
export const OwnerForm = ({ detail, close }: FormProps) => {
  const t = useTexts(texts)
  const { data: options } = useQuery(optionsQuery)
  const named = (of: readonly { readonly id: string; readonly name: string }[] | undefined) => (id: string) =>
    of?.find((one) => one.id === id)?.name ?? t('owner.none')
  const form = useRecordForm({
    key: `commitment.${detail.id}.owner`,
    record: commitmentRecord(detail),
    begin: (record) => ({ unit: record.unit?.id ?? '', person: record.person?.id ?? '' }),
    fields: {
      unit: { label: t('owner.unit'), words: named(options?.units) },
      person: { label: t('owner.person'), words: named(options?.people) },
    },
    write: (owner, version) => send('PUT', `/api/commitments/${detail.id}/owner`, { ...ownerBody(owner), version }),
    done: close,
  })
  return (
    <InPlaceForm title={t('owner.title')} verb={t('owner.save')} form={form} close={close}>
      <OwnerFields value={form.value} onChange={form.set} />
    </InPlaceForm>
  )
}
