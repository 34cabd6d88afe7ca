/**
 * Letters that the reader does not read whole yet, so that their tests would fail. The list only shrinks: whoever mends the
 * reader takes the name out.
 */
export const notYetRead: readonly string[] = [
  'tildelingsbrev-2026.txt as PDF', // loses half of “Halvårsrapport og årsrapport” when the line breaks in it
  'tillegg-1-2026.txt', // takes “ukentlig fra 1. juni” for a deadline
  'tillegg-2-2026.txt', // misses “ny frist”, “har framleis hovudansvaret” and a binding in nynorsk
  'bre-nynorsk-piper.txt', // codes such as 2026-A, chapter and item written as 1490.01
  'hagebruk-uten-linjeskift-prosa.txt', // all line breaks lost, prose
  'tillegg-html.txt', // “blir flyttet fra … til …”
  'spill-gammel-form-feil.txt', // an agency without a letter head
]
