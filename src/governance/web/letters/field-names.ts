import type { texts } from '../../texts/letters.nb.ts'

/** The fields that have a name in the texts. */
export type FieldName = keyof (typeof texts)['fields']

const known: Readonly<Record<string, true>> = {
  title: true,
  text: true,
  requirements: true,
  purpose: true,
  baseline: true,
  frequency: true,
  deadlines: true,
  mainResponsible: true,
  financing: true,
  goalNo: true,
  due: true,
  count: true,
  amountNOK: true,
  name: true,
  keywords: true,
  recipients: true,
}

/** True for a field that a difference may name. */
export const isFieldName = (field: string): field is FieldName => Object.hasOwn(known, field)
