import type { Sql } from '../../../platform/server/database/connect.ts'
import { type Actor, systemActor } from '../../../platform/server/transaction.ts'
import { permissions } from './permissions.ts'

/** A small directorate, and a municipality outside it, for tests of the register. */
export interface TestDirectorate {
  readonly settlement: string
  readonly analysis: string
  readonly municipality: string
  readonly controller: Actor
  readonly caseworker: Actor
  readonly leader: Actor
  /** Someone of a municipality: no part of the directorate's follow-up. */
  readonly outsider: Actor
}

/** Makes the organisations and the people. */
export const makeDirectorate = async (owner: Sql): Promise<TestDirectorate> => {
  const organisation = async (kind: string, name: string, parent: string | null, code: string | null) => {
    const id = crypto.randomUUID()
    await owner`insert into reference.organisation
      (id, kind, number, municipality_number, name_nb, name_nn, parent, valid_from)
      values (${id}, ${kind}, '310000008', ${code}, ${name}, ${`${name} (nn)`}, ${parent}, '2020-01-01')`
    return id
  }
  const directorate = await organisation('directorate-unit', 'Direktoratet', null, null)
  const settlement = await organisation('directorate-unit', 'Bosetting', directorate, null)
  const analysis = await organisation('directorate-unit', 'Analyse', directorate, null)
  const municipality = await organisation('municipality', 'Fjordvik', null, '1899')
  const person = async (name: string, place: string, kind: string, role: string): Promise<Actor> => {
    const id = crypto.randomUUID()
    await owner`insert into access.account (id, name) values (${id}, ${name})`
    await owner`insert into access.membership (account, organisation, role, valid_from)
      values (${id}, ${place}, ${role}, '2020-01-01')`
    return {
      ...systemActor('test'),
      personId: id,
      name,
      organisationId: place,
      role,
      permissions: new Set(permissions.of(role, kind)),
    }
  }
  return {
    settlement,
    analysis,
    municipality,
    controller: await person('Ingrid Controller', analysis, 'directorate-unit', 'controller'),
    caseworker: await person('Kari Saksbehandler', settlement, 'directorate-unit', 'caseworker'),
    leader: await person('Lars Leder', settlement, 'directorate-unit', 'leader'),
    outsider: await person('Berit Kommune', municipality, 'municipality', 'refugee-service'),
  }
}
