/** One content line of an iCalendar file, unfolded: `NAME;PARAM=x:value`. */
export interface CalendarLine {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly value: string
}

/**
 * Reads an iCalendar file by the line rules of RFC 5545 (3.1): CRLF at each end, no line over 75 octets, folded lines
 * begin with a space. Throws where a rule is broken. For tests: what reads it is not what wrote it.
 */
export const readCalendarLines = (text: string): CalendarLine[] => {
  if (!text.endsWith('END:VCALENDAR') && !text.endsWith('END:VCALENDAR\r\n')) throw new Error('not ended')
  if (/(?<!\r)\n/.test(text)) throw new Error('a line ends without CR')
  const raw = text.replace(/\r\n$/, '').split('\r\n')
  for (const line of raw) {
    if (Buffer.byteLength(line) > 75) throw new Error(`over 75 octets: ${line}`)
  }
  return raw
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => {
      const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/s.exec(line)
      if (match === null) throw new Error(`no content line: ${line}`)
      const params = (match[2] ?? '').split(';').filter(Boolean)
      return {
        name: match[1] ?? '',
        params: Object.fromEntries(params.map((param) => param.split('=') as [string, string])),
        value: match[3] ?? '',
      }
    })
}

/** A TEXT value without its escapes (RFC 5545, 3.3.11). */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_whole, what: string) => (what.toLowerCase() === 'n' ? '\n' : what))

/** The events, each as property → line. Throws when BEGIN and END do not pair. */
export const eventsOf = (lines: readonly CalendarLine[]): Map<string, CalendarLine>[] => {
  const events: Map<string, CalendarLine>[] = []
  const open: string[] = []
  for (const line of lines) {
    if (line.name === 'BEGIN') {
      open.push(line.value)
      if (line.value === 'VEVENT') events.push(new Map())
    } else if (line.name === 'END') {
      if (open.pop() !== line.value) throw new Error(`END:${line.value} without its BEGIN`)
    } else if (open.at(-1) === 'VEVENT') events.at(-1)?.set(line.name, line)
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is not ended`)
  return events
}
