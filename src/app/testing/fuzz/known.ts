import type { Random } from './random.ts'

type Fields = Readonly<Record<string, unknown>>

/** Lists whose name is not the one that addresses use for what is in them. */
const familyOf: Readonly<Record<string, string>> = {
  rows: 'commitments',
  requirements: 'commitments',
  parameters: 'measurability',
  sessions: 'own',
  waitsFor: 'commitments',
  waiting: 'people',
}

/** What a property refers to, by its name. */
const meantBy: Readonly<Record<string, string>> = {
  unit: 'units',
  ownerUnit: 'units',
  organisation: 'organisations',
  organisationId: 'organisations',
  person: 'people',
  actor: 'people',
  accountId: 'people',
  owner: 'people',
  goal: 'goals',
  deadline: 'deadlines',
  deadlines: 'deadlines',
  dependsOn: 'commitments',
  supplements: 'letters',
  with: 'letters',
  membershipId: 'memberships',
  figure: 'figures',
}

const idFields = ['id', 'membershipId', 'commitment'] as const
const mostOfAKind = 300
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What earlier answers said: identifiers by what they are of, versions, and values by the property's name. */
export class Known {
  readonly #ids = new Map<string, Set<string>>()
  readonly #values = new Map<string, Set<unknown>>()
  readonly #versions = new Map<string, number>()
  /** What hangs on a record, by the record whose version it is written with. */
  readonly #parents = new Map<string, string>()
  readonly #refused = new Set<string>()
  readonly #contents: { readonly kind: unknown; readonly content: unknown }[] = []

  /** Learns from an answer's JSON. `path` is the route's, `id` the identifier in the address if there is one. */
  learn(answer: unknown, path: string, id: string | undefined): void {
    const family =
      path
        .split('/')
        .filter((part) => part !== '' && !part.startsWith('{'))
        .at(-1) ?? ''
    if (isObject(answer) && id !== undefined && typeof answer.version === 'number') {
      this.#versions.set(this.#parents.get(id) ?? id, answer.version)
    }
    this.#walk(answer, family, undefined)
  }

  /** To be called when a route has refused a record for the state that it is in, which is seldom left. */
  refuse(key: string, id: string): void {
    this.#refused.add(`${key} ${id}`)
  }

  /** An identifier as below, hardly ever one that the route has refused. */
  idFor(random: Random, name: string, key: string): string {
    let id = this.id(random, name)
    for (let tries = 0; tries < 6 && this.#refused.has(`${key} ${id}`); tries += 1) id = this.id(random, name)
    return id
  }

  /** An identifier of what the property or path segment means; one of nothing when none is known. */
  id(random: Random, name: string): string {
    const list = [...(this.#ids.get(meantBy[name] ?? name) ?? [])]
    if (list.length > 0 && random.chance(0.95)) return random.pick(list)
    const all = [...this.#ids.values()]
    return all.length > 0 && random.chance(0.5) ? random.pick([...random.pick(all)]) : random.uuid()
  }

  /** Kinds of record that identifiers are known of, as addresses name a family. */
  families(): readonly string[] {
    return [...this.#ids.keys()]
  }

  /** The version of a record when it is known. */
  version(id: string): number | undefined {
    return this.#versions.get(this.#parents.get(id) ?? id)
  }

  /** Values that properties of this name had. */
  values(name: string): readonly unknown[] {
    return [...(this.#values.get(name) ?? [])]
  }

  /** A kind with content that is right for it. */
  content(random: Random): { readonly kind: unknown; readonly content: unknown } | undefined {
    return this.#contents.length > 0 ? random.pick(this.#contents) : undefined
  }

  /** The newest stay, for records end. */
  #keep<T>(map: Map<string, Set<T>>, name: string, value: T): void {
    const kept = map.get(name) ?? new Set<T>()
    map.set(name, kept)
    kept.add(value)
    const [oldest] = kept
    if (kept.size > mostOfAKind) kept.delete(oldest as T)
  }

  #walk(value: unknown, family: string, parent: string | undefined): void {
    if (Array.isArray(value)) {
      for (const one of value.slice(0, 400)) {
        // A list of plain values tells what a property called by one of them may be: `roles`, `years`.
        if (typeof one === 'string' || typeof one === 'number') this.#keep(this.#values, family.replace(/s$/, ''), one)
        else this.#walk(one, family, parent)
      }
      return
    }
    if (!isObject(value)) return
    const id = idFields.map((field) => value[field]).find((one) => typeof one === 'string' && one.length === 36)
    if (typeof id === 'string') {
      this.#keep(this.#ids, family, id)
      // What hangs on a record is written with the record's version, unless it has one of its own.
      if (typeof value.version === 'number') this.#versions.set(id, value.version)
      else if (parent !== undefined && !this.#versions.has(id)) this.#parents.set(id, parent)
    }
    const owner = typeof id === 'string' && typeof value.version === 'number' ? id : parent
    if (typeof value.accountId === 'string') this.#keep(this.#ids, 'people', value.accountId)
    const feed = /\/calendar\/([^/]+)\.ics$/.exec(String(value.address ?? ''))
    if (feed) this.#keep(this.#values, 'token', feed[1])
    if ('kind' in value && isObject(value.content) && this.#contents.length < mostOfAKind) {
      this.#contents.push({ kind: value.kind, content: value.content })
    }
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) {
        this.#walk(inner, familyOf[name] ?? (Array.isArray(inner) ? name : `${name}s`), owner)
      } else if (inner !== null && String(inner).length < 300) this.#keep(this.#values, name, inner)
    }
  }
}
