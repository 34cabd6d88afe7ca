/** What a reader of a file could not be sure of; the web has a text for each. */
export type ReadingWarning = 'damaged-characters' | 'read-as-windows-1252' | 'read-as-utf-16' | 'pages-without-text'

/** Text as decoded, and what to say about it. */
export interface DecodedText {
  readonly text: string
  readonly warnings: ReadingWarning[]
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte)

/** How many of the first characters lie on even and odd places as zero bytes: UTF-16 without a mark shows there. */
const zerosByParity = (bytes: Uint8Array): { even: number; odd: number; pairs: number } => {
  const length = Math.min(bytes.length, 4096) & ~1
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1
    if (bytes[index + 1] === 0) odd += 1
  }
  return { even, odd, pairs: length / 2 }
}

/** What Windows-1252 has in 0x80–0x9f, where Latin-1 has control characters; a space where it has nothing. */
const windows1252Upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Decodes by hand: TextDecoder in Node 20 takes Windows-1252 for Latin-1 and loses dashes and quotation marks. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252Upper[character.charCodeAt(0) - 0x80] ?? ' ')

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes)

/**
 * True when letters have been lost on the way: the replacement character, a question mark inside words more than
 * once ("oppl?ring for fr?"), or æøå that were decoded twice ("opplÃ¦ring").
 */
export const hasDamagedCharacters = (text: string): boolean => {
  if (text.includes('\uFFFD')) return true
  if (/Ã[¦¸¥†˜…]/.test(text)) return true
  const lost = text.match(/\p{L}\?\p{Ll}/gu)
  return lost !== null && lost.length > 1
}

const withDamage = (text: string, ...warnings: ReadingWarning[]): DecodedText => ({
  text: text.replace(/^\uFEFF/, ''),
  warnings: hasDamagedCharacters(text) ? [...warnings, 'damaged-characters'] : warnings,
})

/**
 * Decodes a text file: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252, which older case
 * systems still export. Null when the bytes are no text at all.
 */
export const decodeText = (bytes: Uint8Array): DecodedText | null => {
  if (startsWith(bytes, 0xff, 0xfe)) return withDamage(decode('utf-16le', bytes), 'read-as-utf-16')
  if (startsWith(bytes, 0xfe, 0xff)) return withDamage(decode('utf-16be', bytes), 'read-as-utf-16')

  const zeros = zerosByParity(bytes)
  if (zeros.even + zeros.odd > 0) {
    if (zeros.odd > zeros.pairs * 0.5 && zeros.even === 0) {
      return withDamage(decode('utf-16le', bytes), 'read-as-utf-16')
    }
    if (zeros.even > zeros.pairs * 0.5 && zeros.odd === 0) {
      return withDamage(decode('utf-16be', bytes), 'read-as-utf-16')
    }
    return null
  }
  try {
    return withDamage(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    const text = decodeWindows1252(bytes)
    // Windows-1252 decodes anything; a file full of control characters is no letter.
    const controls = text.slice(0, 4096).match(/[^\P{Cc}\t\n\f\r]/gu)?.length ?? 0
    if (controls > 8) return null
    // A UTF-8 file with a few broken bytes keeps more of its letters as UTF-8.
    const asUtf8 = decode('utf-8', bytes)
    const broken = asUtf8.match(/\uFFFD/g)?.length ?? 0
    const whole = asUtf8.match(/[æøåÆØÅ–«»]/g)?.length ?? 0
    if (whole > broken) return withDamage(asUtf8)
    return withDamage(text, 'read-as-windows-1252')
  }
}
