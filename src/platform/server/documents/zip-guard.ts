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

  const names: string[] = []
  let left = unpackedLimit
  let at = view.getUint32(end + 16, true)
  try {
    for (let entry = 0; entry < count; entry += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return { kind: 'damaged' }
      if (view.getUint16(at + 8, true) & 1) return { kind: 'encrypted' }
      const method = view.getUint16(at + 10, true)
      const packed = view.getUint32(at + 20, true)
      const nameLength = view.getUint16(at + 28, true)
      const local = view.getUint32(at + 42, true)
      names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      const data = bytes.subarray(start, start + packed)
      if (method === 8) left -= inflateRawSync(data, { maxOutputLength: left }).byteLength
      else left -= data.byteLength
      if (left <= 0) return { kind: 'too-much' }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    // The library goes on for as long as there are entries, whatever number the file states.
    if (at + 4 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) return { kind: 'damaged' }
  } catch (error) {
    const tooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return { kind: tooMuch ? 'too-much' : 'damaged' }
  }
  return { kind: 'ok', names }
}
