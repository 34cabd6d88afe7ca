import { inflateRawSync } from 'node:zlib'

/** What a Word file may unpack to; a real letter is a few megabytes. */
const unpackedLimit = 200 * 1024 * 1024
const entryLimit = 5000

/** How a zip file looks from outside: the names in it, whether it opens within the limits, whether it is locked. */
export type ZipVerdict =
  | { readonly kind: 'ok'; readonly names: readonly string[] }
  | { readonly kind: 'encrypted' | 'damaged' | 'too-much' }

const endOfDirectory = (view: DataView): number => {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** One entry: its name, how it is packed, and where it stands; `next` is where the directory goes on. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly local: number
  readonly start: number
  readonly next: number
}

/** The entry that the directory has at a place, or null when the entry's own header says something else. */
const entryAt = (bytes: Uint8Array, view: DataView, at: number): Entry | null => {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  const name = bytes.subarray(at + 46, at + 46 + nameLength)
  const ownName = bytes.subarray(local + 30, local + 30 + view.getUint16(local + 26, true))
  const flags = view.getUint16(local + 6, true)
  const ownPacked = view.getUint32(local + 18, true)
  // Bit 3: the sizes come after the data, and the header in front of it has none.
  const agrees =
    view.getUint32(local, true) === 0x04034b50 &&
    view.getUint16(local + 8, true) === method &&
    (method === 0 || method === 8) &&
    (flags & 1) === 0 &&
    (ownPacked === packed || ((flags & 8) !== 0 && ownPacked === 0)) &&
    Buffer.compare(name, ownName) === 0
  if (!agrees) return null
  const start = local + 30 + ownName.length + view.getUint16(local + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  return { name: new TextDecoder().decode(name), method, packed, local, start, next }
}

/** Whether the entries stand one after another from the first byte to the directory: none lies in another. */
const standsApart = (entries: readonly Entry[], directory: number): boolean => {
  let free = 0
  for (const { local, start, packed } of [...entries].sort((a, b) => a.local - b.local)) {
    if (local < free || (free === 0 && local !== 0)) return false
    free = start + packed
  }
  return free <= directory
}

/**
 * Unpacks every entry of a zip file within a limit and throws the result away. The sizes that a zip file states are the
 * sender's own words, so only unpacking tells; the zip library inside Mammoth has no limit of its own, and memory
 * outside the JavaScript heap is not bounded by a worker's limits.
 */
export const inspectZip = (bytes: Uint8Array): ZipVerdict => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.byteLength < 22 ? -1 : endOfDirectory(view)
  if (end < 0) return { kind: 'damaged' }
  // A letter is far from what zip64 is for, and a file that has both directories is read by the other one elsewhere.
  const marks = [4, 6, 8, 10].map((at) => view.getUint16(end + at, true) === 0xffff)
  const large = [12, 16].map((at) => view.getUint32(end + at, true) === 0xffffffff)
  if ([...marks, ...large].includes(true)) return { kind: 'damaged' }
  const count = view.getUint16(end + 10, true)
  if (count > entryLimit) return { kind: 'too-much' }
  // The reader that follows takes the directory to end at this record and shifts every place by what stands between.
  const directory = view.getUint32(end + 16, true)
  if (directory + view.getUint32(end + 12, true) !== end) return { kind: 'damaged' }
  if (view.getUint16(end + 8, true) !== count) return { kind: 'damaged' }
  if (end + 22 + view.getUint16(end + 20, true) !== view.byteLength) return { kind: 'damaged' }

  const entries: Entry[] = []
  let at = directory
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return { kind: 'damaged' }
      if (view.getUint16(at + 8, true) & 1) return { kind: 'encrypted' }
      const found = entryAt(bytes, view, at)
      if (found === null) return { kind: 'damaged' }
      entries.push(found)
      at = found.next
    }
  } catch {
    return { kind: 'damaged' }
  }
  if (at !== end || !standsApart(entries, directory)) return { kind: 'damaged' }
  const names = entries.map(({ name }) => name)
  if (new Set(names).size !== names.length) return { kind: 'damaged' }
  try {
    let left = unpackedLimit
    for (const { method, start, packed } of entries) {
      const data = bytes.subarray(start, start + packed)
      left -= method === 8 ? inflateRawSync(data, { maxOutputLength: left }).byteLength : data.byteLength
      if (left <= 0) return { kind: 'too-much' }
    }
  } catch (error) {
    const tooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return { kind: tooMuch ? 'too-much' : 'damaged' }
  }
  return { kind: 'ok', names }
}
