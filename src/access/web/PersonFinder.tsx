import { Button, TextField } from '@navikt/ds-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../platform/web/i18n/texts.ts'
import { logPeopleQuery, type PeoplePath } from './queries.ts'
import { texts } from './texts.ts'

/** Someone who was found. */
export interface Found {
  readonly id: string
  readonly name: string
}

/** Finds a person by name in a log and offers what to ask about the person. */
export const PersonFinder = (props: {
  path: PeoplePath
  choices: readonly { words: (person: Found) => string; pick: (person: Found) => void }[]
}) => {
  const t = useTexts(texts)
  const [text, setText] = useState('')
  const { data } = useQuery(logPeopleQuery(props.path, text))
  const long = text.trim().length >= 2
  return (
    <div className="ff-finder">
      <TextField
        size="small"
        label={t('log.findPerson')}
        description={t('log.findHelp')}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="ff-plain-list" aria-live="polite">
        {long && data?.people.length === 0 ? <li>{t('log.noPerson')}</li> : null}
        {(long ? (data?.people ?? []) : []).map((person) => (
          <li key={person.id}>
            {props.choices.map(({ words, pick }) => (
              <Button
                key={words(person)}
                size="xsmall"
                variant="secondary"
                onClick={() => {
                  setText('')
                  pick(person)
                }}
              >
                {words(person)}
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
