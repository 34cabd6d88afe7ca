/** What this tab keeps for the person who is logged in. It outlives a reload and an ended session, and nobody else's login. */
const prefix = 'fotfeste.own/'

const placeOf = (account: string, key: string): string => `${prefix}${account}/${key}`

/** What is kept under a key; null when nothing is, or it cannot be read. */
export const keptHere = (account: string, key: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(account, key)) ?? 'null')
  } catch {
    return null
  }
}

/** Keeps a value, at once; null forgets it. A full storage is no reason to disturb: the server keeps drafts too. */
export const keepHere = (account: string, key: string, value: unknown): void => {
  try {
    if (value === null) sessionStorage.removeItem(placeOf(account, key))
    else sessionStorage.setItem(placeOf(account, key), JSON.stringify(value))
  } catch {}
}

/** Erases what is kept for others than this one. */
export const forgetOthers = (account: string): void => {
  for (const place of Object.keys(sessionStorage)) {
    if (place.startsWith(prefix) && !place.startsWith(placeOf(account, ''))) sessionStorage.removeItem(place)
  }
}
