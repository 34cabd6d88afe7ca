import { Select } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { optionsQuery } from './queries.ts'
import { texts } from './texts.ts'

/** The owner that is being chosen; empty is none. */
export interface ChosenOwner {
  readonly unit: string
  readonly person: string
}

/** The unit and the person that will own; the unit's own people are offered first. */
export const OwnerFields = (props: { value: ChosenOwner; onChange: (value: ChosenOwner) => void }) => {
  const t = useTexts(texts)
  const { data } = useQuery(optionsQuery)
  const { value, onChange } = props
  const ours = data?.people.filter((person) => person.units.includes(value.unit)) ?? []
  const others = data?.people.filter((person) => !ours.includes(person)) ?? []
  const options = (people: typeof ours) =>
    people.map((person) => (
      <option key={person.id} value={person.id}>
        {person.name}
      </option>
    ))
  return (
    <div className="ff-reg-fields">
      <Select
        size="small"
        label={t('owner.unit')}
        value={value.unit}
        onChange={(event) => onChange({ ...value, unit: event.target.value })}
      >
        <option value="">{t('owner.none')}</option>
        {data?.units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t('owner.person')}
        description={t('owner.personHelp')}
        value={value.person}
        onChange={(event) => onChange({ ...value, person: event.target.value })}
      >
        <option value="">{t('owner.none')}</option>
        {options(ours)}
        {ours.length > 0 && others.length > 0 ? <hr /> : null}
        {options(others)}
      </Select>
    </div>
  )
}

/** The owner as the server takes it. */
export const ownerBody = (value: ChosenOwner) => ({ unit: value.unit || null, person: value.person || null })
