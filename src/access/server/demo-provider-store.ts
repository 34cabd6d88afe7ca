import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  /** Milliseconds since 1970. */
  readonly expires: number
}

/** At most this many things are kept; the oldest go first. */
const limit = 5_000

/**
 * Where a demo provider keeps logins under way, codes and its own sessions: in memory. A restart of the server ends
 * logins under way at the provider, never a session of ours. For the demo only.
 */
export const demoProviderStore = (): ((model: string) => Adapter) => {
  const kept = new Map<string, Kept>()
  const byUid = new Map<string, string>()
  const living = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    if (found === undefined || found.expires > Date.now()) return found?.payload
    kept.delete(key)
    return undefined
  }
  const makeRoom = (): void => {
    const oldest = kept.size > limit ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    if (byUid.size > limit) byUid.clear()
  }
  return (model) => ({
    upsert: async (id, payload, expiresIn) => {
      const key = `${model}:${id}`
      kept.delete(key)
      kept.set(key, { payload, expires: Date.now() + (expiresIn ?? 3_600) * 1000 })
      if (payload.uid !== undefined) byUid.set(`${model}:${payload.uid}`, id)
      makeRoom()
    },
    find: async (id) => living(`${model}:${id}`),
    findByUid: async (uid) => {
      const id = byUid.get(`${model}:${uid}`)
      return id === undefined ? undefined : living(`${model}:${id}`)
    },
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const payload = living(`${model}:${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000)
    },
    destroy: async (id) => {
      kept.delete(`${model}:${id}`)
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}
