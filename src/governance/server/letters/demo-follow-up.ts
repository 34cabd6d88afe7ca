import { osloDate } from '../../../platform/rules/plain-date.ts'
import type { Tx } from '../../../platform/server/transaction.ts'
import { addStatus } from '../register/add-status.ts'
import { assignOwner } from '../register/assign-owner.ts'
import { recordDelivery } from '../register/record-delivery.ts'
import { reopenCommitment } from '../register/reopen-commitment.ts'

/** Who owns what in the demo: an assignment or parameter by year and code, its owner by the address of the person. */
interface DemoFollowUp {
  readonly year: number
  readonly kind: 'assignment' | 'milestone' | 'steering-parameter' | 'report' | 'duty'
  /** Code, or the beginning of the title where there is none. */
  readonly is: string
  /** What stands before @example.no; null: nobody owns it yet. */
  readonly owner: string | null
  readonly light?: 'green' | 'yellow' | 'red'
  readonly note?: string
  readonly deviation?: string
  readonly measures?: string
  /** Date of delivery to the ministry. */
  readonly delivered?: string
  /** Delivered for the first time and to be delivered again: opened anew for this reason. */
  readonly goesOn?: string
}

const given = (
  year: number,
  kind: DemoFollowUp['kind'],
  is: string,
  owner: string | null,
  more: Partial<DemoFollowUp> = {},
): DemoFollowUp => ({ year, kind, is, owner, ...more })

const done = (delivered: string, note = 'Oversendt departementet'): Partial<DemoFollowUp> => ({
  light: 'green',
  note,
  delivered,
})

const plan: readonly DemoFollowUp[] = [
  given(2025, 'milestone', 'Flaskehalsene er kartlagt', 'unit-leader', done('2025-05-20')),
  given(2025, 'milestone', 'Felles rutine er tatt i bruk', 'unit-leader', done('2025-09-29')),
  given(2025, 'duty', 'Innen 1. juni 2025', 'caseworker-grants', done('2025-05-28')),
  given(2026, 'duty', 'Direktoratet skal innen 1. juni 2026', 'caseworker-grants', done('2026-05-29')),
  given(2026, 'milestone', 'Plan med terskler', 'unit-leader', done('2026-05-29')),
  given(2026, 'milestone', 'førsteutkast', 'unit-leader', done('2026-06-01')),
  given(2026, 'milestone', 'Frist for veilederen', 'caseworker-interpreting', done('2026-06-18')),
  given(2026, 'milestone', 'DBI skal ta løsningen i bruk i alle mottak', 'caseworker', done('2026-06-30')),
  given(2026, 'milestone', 'Utprøving ved to legevakter', 'caseworker-interpreting', done('2026-09-11')),
  given(2025, 'assignment', 'O1', 'unit-leader', done('2025-12-19', 'Rutinen er tatt i bruk av alle parter')),
  given(2025, 'assignment', 'O2', 'caseworker', done('2025-09-30')),
  given(2025, 'assignment', 'O4', 'caseworker-nynorsk', done('2025-06-13', 'Rettleiinga er publisert')),
  given(2025, 'assignment', 'O6', 'caseworker-interpreting', done('2025-08-29')),
  given(2025, 'report', 'Årsrapport og regnskap for budsjettåret 2024', 'controller', done('2025-03-14')),
  given(2025, 'report', 'Halvårsrapport for 2025', 'controller', done('2025-08-18')),
  given(2026, 'report', 'Årsrapport og regnskap for budsjettåret 2025', 'controller', done('2026-03-16')),
  given(2026, 'report', 'Halvårsrapport for 2026', 'controller', done('2026-08-14')),
  given(2026, 'report', 'Årsrapport og regnskap for budsjettåret 2026', 'controller'),
  given(2026, 'assignment', '2026-01', 'unit-leader', {
    light: 'yellow',
    note: 'Utkast til plan er sendt kommunenes organisasjon',
    deviation: 'Øvelsen i oktober ble utsatt fordi to mottak var i omstilling.',
    measures: 'Ny øvelse er avtalt, og planen leveres med en kort rapport fra den.',
  }),
  given(2026, 'assignment', '2026-02', 'caseworker', { light: 'green', note: 'Malen er prøvd ut i tre kommuner' }),
  given(2026, 'assignment', '2026-03', 'caseworker', {
    light: 'green',
    note: 'Alle mottak bruker løsningen; opplæringen av kommunene følger ny frist',
  }),
  given(2026, 'assignment', '2026-04', 'caseworker-nynorsk', done('2026-10-14')),
  given(2026, 'assignment', '2026-05', 'caseworker-nynorsk', {
    light: 'yellow',
    note: 'Førsteutkast ligg føre',
    deviation: 'Fylkeskommunane har svart seint på undersøkinga.',
    measures: 'Vi ringjer dei som ikkje har svart, og brukar tal frå 2025 der det trengst.',
  }),
  given(2026, 'assignment', '2025-05', 'caseworker-nynorsk', {
    light: 'green',
    note: 'Forsøket held fram som planlagt',
  }),
  given(2026, 'assignment', '2026-06', 'caseworker-grants', {
    light: 'red',
    note: 'Oppdraget må legges om',
    deviation: 'Forskningsmiljøet som skulle skrive oppsummeringen, har trukket seg.',
    measures: 'Ny utlysning går ut denne uken; departementet er varslet om at fristen er i fare.',
  }),
  given(2026, 'assignment', '2025-07', 'caseworker-grants', { light: 'green', note: 'Evaluatoren leverer i tide' }),
  given(2026, 'assignment', '2026-08', 'caseworker-interpreting', {
    light: 'yellow',
    note: 'Veilederen er levert; én av to samlinger er holdt',
    deviation: 'Den andre samlingen er flyttet til desember.',
    measures: 'Lokaler og innledere er avtalt, og rapporten skrives fortløpende.',
  }),
  given(2026, 'assignment', '2026-09', 'caseworker-interpreting', { light: 'green' }),
  given(2026, 'assignment', '2026-10', 'unit-leader', {
    ...done('2026-06-01', 'Oversikten er åpen for alle'),
    goesOn: 'Oversikten publiseres videre hver uke.',
  }),
  given(2026, 'assignment', '2026-11', null),
  given(2026, 'steering-parameter', 'SP 1', 'unit-leader', {
    light: 'yellow',
    note: '79 prosent per 31. oktober',
    deviation: 'Andelen ligger seks prosentpoeng under kravet.',
    measures: 'De som har ventet lengst, tas opp hver uke med kommuner som har ledige plasser.',
  }),
  given(2026, 'steering-parameter', 'SP 2', 'unit-leader', { light: 'green', note: '88 prosent per 31. oktober' }),
  given(2026, 'steering-parameter', 'SP 8', 'caseworker-interpreting', { light: 'green', note: '2 614 tolker' }),
]

interface Found {
  readonly id: string
  readonly version: number
}

/** The open commitment that nobody has followed up yet; null when people have taken it over, or the letter lacks it. */
const untouched = async (tx: Tx, { year, kind, is }: DemoFollowUp): Promise<Found | null> => {
  const [found] = await tx.sql<Found[]>`
    select c.id, c.version from governance.commitment c
    where c.year = ${year} and c.kind = ${kind} and (c.code = ${is} or starts_with(c.title, ${is}))
      and c.state = 'open' and c.owner_person is null and c.owner_unit is null and c.light is null
    order by c.recorded_at desc limit 1`
  return found ?? null
}

const ownerOf = async (tx: Tx, name: string): Promise<{ unit: string; person: string } | null> => {
  const [found] = await tx.sql<{ unit: string; person: string }[]>`
    select r.organisation as unit, r.account as person from access.role_in_force(${osloDate(tx.now)}) r
    join platform.addressee a on a.id = r.account where a.email = ${`${name}@example.no`} limit 1`
  return found ?? null
}

const follow = async (tx: Tx, one: DemoFollowUp): Promise<void> => {
  const found = await untouched(tx, one)
  const owner = one.owner === null ? null : await ownerOf(tx, one.owner)
  if (!found || !owner) return
  let { version } = await assignOwner(tx, found.id, { ...owner, version: found.version })
  if (one.light) {
    const { light, note = '', deviation = '', measures = '' } = one
    ;({ version } = await addStatus(tx, found.id, { light, note, deviation, measures, version }))
  }
  if (one.delivered && one.delivered <= osloDate(tx.now)) {
    const delivery = { deliveredOn: one.delivered, recipient: 'Inkluderingsdepartementet', note: one.note ?? '' }
    const delivered = await recordDelivery(tx, found.id, { ...delivery, meets: 'all', deadline: null, version })
    if (one.goesOn) {
      await reopenCommitment(tx, found.id, { version: delivered.version, reason: one.goesOn, deadlines: [] })
    }
  }
}

/**
 * Gives the demo's commitments owners, lights and deliveries through the services of follow-up. What has an owner or a
 * status is left alone, so that it may be run again.
 */
export const followUpDemo = async (tx: Tx): Promise<void> => {
  for (const one of plan) await follow(tx, one)
}
