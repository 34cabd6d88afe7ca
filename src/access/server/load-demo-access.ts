import type { Sql } from '../../platform/server/database/connect.ts'
import { addOrganisation } from '../../reference/server/index.ts'
import { demoId, demoOrganisations, demoUsers } from './demo-users.ts'
import { keyName, pidHmac } from './keys.ts'

/** The issuer under which the demo's people are known before their first login; they are found by their number. */
const beforeLogin = 'demo'

/** Everything of the demo has been in force from here; plain date. */
const from = '2020-01-01'

/**
 * Puts the demo's organisations, people and roles into the database, as its owner. May be run again: what is there is
 * left as people have changed it.
 */
export const loadDemoAccess = async (sql: Sql, config: { readonly secret: string }): Promise<void> => {
  await sql.begin(async (tx) => {
    for (const place of demoOrganisations) {
      await addOrganisation(tx, {
        ...place,
        id: demoId('organisation', place.key),
        nameNb: place.nb,
        nameNn: place.nn,
        parent: place.parent ? demoId('organisation', place.parent) : null,
        writtenLanguage: place.language,
        validFrom: from,
      })
    }
    for (const person of demoUsers) {
      const account = demoId('account', person.subject)
      const pid = pidHmac(config.secret, person.pid)
      const number = demoOrganisations.find((place) => place.key === person.organisation)?.number
      await tx`insert into access.account (id, name, email, locale)
        values (${account}, ${person.name}, ${person.email}, ${person.locale}) on conflict do nothing`
      // The hash follows the secret: a data folder that has got a new one knows its people again.
      await tx`insert into access.identity (account, issuer, subject, pid_hmac, pid_key, represented, last_login_at)
        values (${account}, ${beforeLogin}, ${person.subject}, ${pid}, ${keyName(config.secret)}, ${number ? [number] : []}, now())
        on conflict (issuer, subject) do update set pid_hmac = excluded.pid_hmac, pid_key = excluded.pid_key`
      if (person.role === null) continue
      await tx`insert into access.membership (id, account, organisation, role, valid_from)
        values (${demoId('membership', person.subject)}, ${account}, ${demoId('organisation', person.organisation)},
          ${person.role}, ${from})
        on conflict do nothing`
    }
  })
}
