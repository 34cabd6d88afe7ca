/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). A workbook's cells say
 * themselves that they are text, but are saved as CSV and opened again by others.
 */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
