/**
 * Letters that the reader does not read whole yet, so that their tests would fail. The list only shrinks: whoever mends the
 * reader takes the name out.
 */
export const notYetRead: readonly string[] = [
  'justis-gammel-form.txt', // says nothing of the missing date and reference
  'oppdragsbrev-flom.txt', // does not find the assignment of a letter that is one assignment
  'turist-tabulator-penger-forst.txt', // misses “4,5 mill. kroner går til …”
  'vegtrafikk-uten-linjeskift.txt', // misses the assignments when all line breaks are lost
  'tildelingsbrev-2026.txt', // takes 2025 for the year
  'tillegg-1-2026.txt', // takes “ukentlig fra 1. juni” for a deadline
  'tillegg-2-2026.txt', // misses “ny frist”, “har framleis hovudansvaret” and a binding in nynorsk
]
