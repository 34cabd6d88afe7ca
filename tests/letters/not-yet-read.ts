/**
 * Letters that the reader does not read whole yet, so that their tests would fail. The list only shrinks: whoever mends the
 * reader takes the name out.
 */
export const notYetRead: readonly string[] = [
  'tildelingsbrev-2026.txt as PDF', // loses half of “Halvårsrapport og årsrapport” when the line breaks in it
  'tillegg-1-2026.txt', // takes “ukentlig fra 1. juni” for a deadline
  'tillegg-2-2026.txt', // misses “ny frist”, “har framleis hovudansvaret” and a binding in nynorsk
]
