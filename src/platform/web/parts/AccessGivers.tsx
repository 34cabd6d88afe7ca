import { useQuery } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { AccessGivers as Givers } from '../../rules/session.ts'
import { ask } from '../api/ask.ts'
import { platformTexts } from '../i18n/platform.ts'
import { useTexts } from '../i18n/texts.ts'
import { Answer } from './Answer.tsx'

/** Who can give a role, by name; `nobody` is said where the login represents no organisation that has an administrator. */
export const AccessGivers = ({ nobody }: { nobody: string }) => {
  const t = useTexts(platformTexts)
  const query = useQuery({
    queryKey: ['access-givers'],
    queryFn: () => ask<Static<typeof Givers>>('/api/session/access-givers'),
  })
  return (
    <Answer query={query} lines={2}>
      {({ givers }) =>
        givers.length === 0 ? (
          <p>{nobody}</p>
        ) : (
          <>
            <p>{t('states.givers')}</p>
            <ul>
              {givers.map(({ organisation, administrator }) => (
                <li key={`${organisation} ${administrator}`}>
                  {administrator}, {organisation}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Answer>
  )
}
