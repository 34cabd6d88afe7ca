/** One thing waits for another. */
export interface Dependency {
  readonly commitment: string
  readonly dependsOn: string
}

/** True when `commitment` depending on `dependsOn` would make a circle, in which nothing could be finished first. */
export const wouldCircle = (edges: readonly Dependency[], commitment: string, dependsOn: string): boolean => {
  const next = new Map<string, string[]>()
  for (const edge of edges) next.set(edge.commitment, [...(next.get(edge.commitment) ?? []), edge.dependsOn])
  const seen = new Set<string>()
  const ahead = [dependsOn]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (id === commitment) return true
    if (seen.has(id)) continue
    seen.add(id)
    ahead.push(...(next.get(id) ?? []))
  }
  return false
}
