import type { Sql } from '../../platform/server/database/connect.ts'
import { keyName, type Secrets, unseal } from './keys.ts'

/** What was made by an earlier secret and is not known without it. */
export interface SecretUse {
  /** People whose national number is known by an earlier secret; each login with a number is one less. */
  readonly people: number
  /** Open sessions whose logout at the provider needs an earlier secret. */
  readonly sessions: number
  /** Invitations whose e-mail has not been sent yet. */
  readonly invitations: number
  /** People whose number was made by a secret that is not here: they are recognised by the provider's subject alone. */
  readonly lost: number
}

/** Counts what depends on the earlier secrets, as the owner of the database. */
export const secretUse = async (owner: Sql, secrets: Secrets): Promise<SecretUse> => {
  const { secret, earlierSecrets } = secrets
  const earlier = earlierSecrets.map(keyName)
  const known = [keyName(secret), ...earlier]
  // What names no key is from before keys had names, and so from before the first change of the secret.
  const unnamed = earlier.length > 0
  const [row] = await owner<{ people: number; lost: number; invitations: number }[]>`
    select (select count(distinct account) from access.identity
        where pid_hmac is not null and (pid_key = any(${earlier}) or (pid_key is null and ${unnamed}))) as people,
      (select count(distinct account) from access.identity
        where pid_hmac is not null and not pid_key = any(${known})) as lost,
      (select count(*) from platform.notification
        where code = 'access.invited' and mail = 'waiting' and read_at is null
          and (params ->> 'key' = any(${earlier}) or (params ->> 'key' is null and ${unnamed}))) as invitations`
  const sealed = await owner<{ id_token: Buffer }[]>`
    select id_token from access.session where ended_at is null and id_token is not null`
  const sessions = sealed.filter(
    ({ id_token: token }) => unseal([secret], token) === null && unseal(earlierSecrets, token) !== null,
  ).length
  return { people: row?.people ?? 0, sessions, invitations: row?.invitations ?? 0, lost: row?.lost ?? 0 }
}
