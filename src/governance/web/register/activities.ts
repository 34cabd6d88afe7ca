import { useQueryClient } from '@tanstack/react-query'
import type { FormAnswer } from '../../rules/follow-up/form-shape.ts'
import { registerKey } from './queries.ts'

/** A row of the reporting form. */
export type Activity = FormAnswer['requirements'][number]['activities'][number]

/** The cells that are written in, in the form's order. */
export const cells = [
  'activity',
  'indicator',
  'achievement',
  'deviation',
  'remark',
  'measuresDone',
  'measuresPlanned',
] as const

/** A row that is begun and not stored. */
export const newActivity = (id: string, ownerUnit: string | null): Activity => ({
  id,
  version: 0,
  mayWrite: true,
  ownerUnit,
  unit: null,
  activity: '',
  indicator: '',
  achievement: '',
  deviation: '',
  remark: '',
  measuresDone: '',
  measuresPlanned: '',
})

/** The rows under a requirement, as the page has them before the server is asked anew. */
export const useActivities = (requirement: string) => {
  const client = useQueryClient()
  const key = [...registerKey, 'form']
  return {
    key,
    /** Shows them changed at once. */
    change: (next: (rows: readonly Activity[]) => Activity[]) =>
      client.setQueriesData<FormAnswer>(
        { queryKey: key },
        (form) =>
          form && {
            requirements: form.requirements.map((one) =>
              one.id === requirement ? { ...one, activities: next(one.activities) } : one,
            ),
          },
      ),
    /** One of them as it is stored now; throws when it has gone. */
    read: async (id: string): Promise<Activity> => {
      await client.refetchQueries({ queryKey: key, type: 'active' })
      const shown = client.getQueriesData<FormAnswer>({ queryKey: key, type: 'active' })
      const row = shown
        .flatMap(([, form]) => form?.requirements ?? [])
        .flatMap(({ activities }) => activities)
        .find((activity) => activity.id === id)
      if (row === undefined) throw new Error('The activity is no longer in the form')
      return row
    },
  }
}
