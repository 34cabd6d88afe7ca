import type { Line } from './lines.ts'

const digits = '(?:\\d{1,3}(?:[ .]\\d{3})+|\\d+)(?:,\\d+)?'
const tight = new RegExp(`[\\s|][-–+]${digits}$|\\|\\s*[-–]\\s${digits}$`, 'u')
const bracketed = new RegExp(`([\\s|])\\((${digits})\\)$`, 'u')
const spaced = new RegExp(`^(.*[\\s|])([-–+])\\s(${digits})$`, 'u')
const amountLast = new RegExp(`[\\s|–+-]${digits}\\)?$`, 'u')
const startsRow = /^(?:post\s?)?\d{2}[\s|.:]|^\|?\s*sum/i

/**
 * Writes every sign of a table close to its number. A dash that stands apart (“Driftsutgifter – 12 500”) is a minus
 * where the table has signs elsewhere, and a mere stroke where all rows have it; otherwise nobody can tell, and the
 * row gets no amount.
 */
export const withSigns = (lines: readonly Line[]): Line[] => {
  const plain = lines.map((line) => ({
    ...line,
    text: line.text.replace(/\u2212/g, '–').replace(bracketed, '$1–$2'),
  }))
  const hasSigns = plain.some(({ text }) => tight.test(text))
  const apart = (text: string): boolean => {
    const match = spaced.exec(text)
    return match !== null && match[2] !== '+' && !/\|\s*$/.test(match[1] ?? '')
  }
  const rows = plain.filter(({ text }) => startsRow.test(text) && amountLast.test(text))
  const everywhere = rows.every(({ text }) => apart(text))
  return plain.map((line) => {
    const match = spaced.exec(line.text)
    if (!match) return line
    const [, before = '', sign = '', number = ''] = match
    if (!apart(line.text) || hasSigns) return { ...line, text: `${before}${sign}${number}` }
    return { ...line, text: everywhere ? `${before}${number}` : `${before}| –` }
  })
}
