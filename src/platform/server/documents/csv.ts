import { harmless } from './harmless.ts'

/** The media type of what {@link writeCsv} makes. */
export const csvMediaType = 'text/csv; charset=utf-8'

const cell = (text: string): string => {
  const safe = harmless(text)
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Rows, the header first, as CSV in the form that Norwegian spreadsheets open: semicolons, CRLF, and a mark that says
 * UTF-8. What a spreadsheet would run as a formula is made a plain text.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`
