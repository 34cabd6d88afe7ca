import { describe, expect, it } from 'vitest'
import { readLetter } from './read-letter.ts'

/** The opening of a letter, and what its further readers need to be at work. */
const opening = `DET KONGELIGE HAVDEPARTEMENT
Tangverket
9999 TANGEN
Vår ref
26/31-2
Dato
9. januar 2026
Tildelingsbrev for Tangverket for 2026
1. INNLEDNING
Havdepartementet gir med dette Tangverket rammene for 2026.
2. MÅL OG OPPDRAG
Mål 1: Tangen vokser der den skal
SP 1: Andel kyststriper med frisk tang
Resultatkrav: Minst 70 prosent
`
const assignment = `Oppdrag nr. 2026-01 Kartlegge tare i ytre strøk
Bakgrunn
Det finnes få målinger etter 2019.
Beskrivelse av oppdraget
Tangverket skal kartlegge taren i samarbeid med Sjøbruksrådet og vise funnene på et åpent kart. `
const reporting = `
Frist: 1. juni 2026
3. RAPPORTERING
Type rapportering Telletidspunkt Rapporteringsfrist
Årsrapport for 2025 31. desember 2025 15. mars 2026
Tangverket skal `
const money = `
4. TILDELING AV MIDLER
Kap. 1777 Tangverket (i 1000 kroner)
Post 01 Driftsutgifter 88 500
Sum 88 500
`
const heads: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['an assignment', `${opening}${assignment}`],
  ['the money', `${opening}${assignment}${reporting}${money}`],
]

/** Pieces of every class of token; `#` counts upwards, so that no two pieces are the same. */
const pieces: readonly string[] = [
  ...['a', 'kap', 'д', 'tare ', 'A', 'AA ', 'A ', 'Tare ', 'A-', 'A/', 'Aa og ', 'A og aetat ', 'aetatverk', 'e\u0301'],
  ...['aa- ', 'mål-', 'aa-\n', 'a\n', 'A\n', 'AA\n', 'Aa bb\n', 'a#', 'Aa#\n', 'aa#, ', 'i ', 'tett nært '],
  ...['7', '# ', '#\n', '#. ', '1.', '1,', ' 000', '12 345 ', '-1 000\n', '2026 ', '1) ', '1.1 '],
  ...[
    '31.12.2026 ',
    '1.1.# ',
    '1. mai 2026 ',
    '1. mai 2026\n',
    'innen 31. juni 2026. ',
    'Innen 1. mai # skal ',
    'uke # ',
  ],
  ...['12 mill. kroner, ', '# 000 kroner ', 'Det er satt av # 000 kroner. ', '# 000 000 kroner skal brukes.\n'],
  ...['SP # ', 'SP #: Andel\n', 'O# ', 'O#: Aa\n', 'R # Redegjøre\n', '2026-# ', '2026-# Aa bb\n', 'Oppdrag # Aa\n'],
  ...[
    '• ',
    '\n• a',
    '- ',
    '-',
    '–',
    'a) ',
    'a) Aa\n',
    '(',
    ')',
    '[',
    '{',
    '«',
    '<',
    '&',
    '<p>',
    '&amp;',
    '<!--',
    '<a ',
  ],
  ...[
    ' ',
    '\t',
    'a\t',
    '|',
    '| ',
    'a|',
    'a | b\n',
    'Oppdrag | Frist\n',
    'Aa # | 1. mai 2026\n',
    '01 | Drift | # 000\n',
  ],
  ...[
    '\n',
    '\r',
    '\u00ad',
    '\u00a0',
    '\0',
    '\ufffd',
    '\ud800',
    '.',
    '. ',
    ', ',
    ':',
    '?',
    'a?',
    '!',
    '*',
    '#\t',
    '/',
    '§ ',
  ],
  ...[
    '1. Mål\n',
    'MÅL\n',
    '#. Aa bb\n',
    'Mål\n1. Mål\n',
    'Mål #: Aa #\n',
    'Delmål #: Aa #\n',
    '1.1 Aa\n',
    'Vedlegg #\n',
  ],
  ...['Frist: ', 'Frist: 1. mai\n', 'Bakgrunn: ', 'Bakgrunn\n', 'Del # ', 'Del #: 1. mai\n', 'Milepæl #: Aa, 1. mai\n'],
  ...['Aa #: 1. mai 2026\n', 'Kap. # Aa\n', 'Kap. 1777\nPost 01 Aa # 000\n', 'Post 01 Aa # 000\n', 'Sum # 000\n'],
  ...[
    'Årsrapport 15. mars 2026\n',
    'Rapport # 15. mars 2026\n',
    'Møte #. mai\n',
    'Dato Aktivitet ',
    'halvår ',
    'Side #\n',
  ],
  ...[
    'Tildelingsbrev\n',
    'Tildelingsbrev #\n',
    ': 1. A',
    '1. A',
    'I 2026 a ',
    'i samarbeid med ',
    'i samarbeid med A og ',
  ],
  ...[
    'Etaten skal rapportere innen 1. mai #. ',
    'Etaten skal rapportere om # innen 1. mai 2026.\n',
    'Aa har hovedansvar. ',
  ],
]

const filled = (piece: string, size: number): string => {
  const parts: string[] = []
  let length = 0
  for (let n = 1; length < size; n += 1) {
    const part = piece.replace('#', String(n))
    parts.push(part)
    length += part.length
  }
  return parts.join('')
}

const size = 1500
const times = 4

/** Milliseconds of the processor for reading a text, the least of some runs; time given to other programs is not ours. */
const timeOf = (text: string, runs: number): number => {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage()
    readLetter(text)
    const { user, system } = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

/**
 * How many times longer a text takes that is four times as long: 4 when the time is proportional, 16 when it is the
 * square. What takes next to nothing counts as proportional, and what looks worse is measured again before it counts,
 * so that noise is no finding.
 */
const growth = (head: string, own: number, piece: string): number => {
  const [short, long] = [head + filled(piece, size), head + filled(piece, times * size)]
  let [a, b] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let runs = 1; runs <= 6; runs += 1) {
    a = Math.min(a, timeOf(short, runs))
    b = Math.min(b, timeOf(long, runs))
    if ((b - own) / Math.max(a - own, 2) <= 2.5 * times) return times
  }
  return (b - own) / Math.max(a - own, 2)
}

describe('the time of reading', () => {
  it.each(heads)(
    'is proportional to the length of what stands after %s',
    (_, head) => {
      const own = Math.min(timeOf(head + pieces.join('\n'), 3), timeOf(head, 10))
      const worse = pieces
        .map((piece) => ({ piece, growth: growth(head, own, piece) }))
        .filter((one) => one.growth > times)
        .map((one) => `${JSON.stringify(one.piece)}: ${one.growth.toFixed(1)} times for ${times} times the text`)
      expect(worse).toEqual([])
    },
    60_000,
  )
})
