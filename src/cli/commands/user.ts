import { roles } from '../../access/rules/roles.ts'
import { addPerson, givePersonRole, listPeople, OperatorError } from '../../access/server/index.ts'
import { osloDate } from '../../platform/rules/plain-date.ts'
import { connect, type Sql } from '../../platform/server/database/connect.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import { type Command, CommandError, onlyWord, readArguments, UsageError } from '../arguments.ts'
import type { Terminal, Values } from '../terminal.ts'
import type { TextKey } from '../texts/nb.ts'
import { withDatabase } from '../with-database.ts'

const options = {
  email: { type: 'string' },
  role: { type: 'string' },
  organisation: { type: 'string' },
  'organisation-name': { type: 'string' },
} as const

const needed = (value: string | undefined, name: string): string => {
  if (value === undefined || value.trim() === '') throw new UsageError('error.missing', { name })
  return value.trim()
}

/** Runs the work as the owner on a database of this release. */
const asOwner = (terminal: Terminal, work: (owner: Sql, baseUrl: string) => Promise<void>): Promise<number> =>
  withDatabase(terminal, async ({ ownerUrl }, config) => {
    await migrate(ownerUrl, (name) => terminal.step(terminal.text('step.migration', { name })))
    const owner = connect(ownerUrl, { name: 'user', max: 1 })
    await work(owner, config.baseUrl).finally(() => owner.end({ timeout: 5 }))
    return 0
  })

const refusals: Readonly<Record<OperatorError['reason'], TextKey>> = {
  'no-such-person': 'user.noSuch',
  'no-such-organisation': 'user.noOrganisation',
  'role-not-given': 'user.noRole',
  exists: 'user.exists',
}

/** Says what stood in the way, in the words of the command line. */
const orRefuse = async <T>(work: Promise<T>, values: Values): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error
    throw new CommandError(refusals[error.reason], { ...values, roles: roles.join(', ') })
  }
}

const list = (terminal: Terminal): Promise<number> =>
  asOwner(terminal, async (owner) => {
    const people = await listPeople(owner, new Date())
    terminal.answer({ users: people })
    if (people.length === 0) terminal.print(terminal.text('user.none'))
    for (const { name, email, role, organisation } of people) {
      terminal.print([name, email ?? '–', role ?? '–', organisation ?? '–'].join('\t'))
    }
  })

const add = (words: string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readArguments(words, options)
  const name = onlyWord(positionals, terminal.text('user.name'))
  const input = {
    name,
    email: needed(values.email, '--email'),
    role: needed(values.role, '--role'),
    organisation: needed(values.organisation, '--organisation'),
    organisationName: values['organisation-name'] ?? null,
  }
  return asOwner(terminal, async (owner, baseUrl) => {
    const said = { ...input, number: input.organisation, organisationName: '' }
    const { organisation, link, until } = await orRefuse(addPerson(owner, new Date(), input), said)
    const address = `${baseUrl}${link}`
    terminal.answer({ name, role: input.role, organisation, link: address, until })
    terminal.print(terminal.text('user.added', { name, role: input.role, organisation }))
    terminal.print(terminal.text('user.invitation', { name, until: osloDate(until), link: address }))
  })
}

const role = (words: string[], terminal: Terminal): Promise<number> => {
  const { values, positionals } = readArguments(words, options)
  const [email = '', wanted = '', extra] = positionals
  if (extra !== undefined) throw new UsageError('error.positional', { name: extra })
  const input = {
    email: needed(email, terminal.text('user.email')),
    role: needed(wanted, terminal.text('user.roleName')),
    organisation: needed(values.organisation, '--organisation'),
  }
  return asOwner(terminal, async (owner) => {
    const said = { ...input, number: input.organisation }
    const { name, organisation } = await orRefuse(givePersonRole(owner, new Date(), input), said)
    terminal.answer({ name, role: input.role, organisation })
    terminal.print(terminal.text('user.role', { name, role: input.role, organisation }))
  })
}

/** `fotfeste user add|list|role`: the first administrator, and help when nobody can log in. */
export const user: Command = async (words, terminal) => {
  const [action, ...rest] = words
  if (action === 'add') return add(rest, terminal)
  if (action === 'role') return role(rest, terminal)
  if (action !== 'list') {
    throw action === undefined
      ? new UsageError('error.missing', { name: 'add, list, role' })
      : new UsageError('error.positional', { name: action })
  }
  const { positionals } = readArguments(rest, {})
  if (positionals[0] !== undefined) throw new UsageError('error.positional', { name: positionals[0] })
  return list(terminal)
}
