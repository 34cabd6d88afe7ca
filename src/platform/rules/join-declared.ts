/** Puts together by name what modules declare. Throws when two declare the same name. */
export const joinDeclared = <T>(
  lists: readonly (readonly [module: string, declared: Readonly<Record<string, T>>])[],
): Readonly<Record<string, T>> => {
  const joined: Record<string, T> = {}
  for (const [module, declared] of lists) {
    const twice = Object.keys(declared).filter((name) => Object.hasOwn(joined, name))
    if (twice.length > 0) throw new Error(`${module} declares what another module has declared: ${twice.join(', ')}`)
    Object.assign(joined, declared)
  }
  return joined
}
