/** A small letter that a journey hands in, and the titles that the journey looks for. */
export interface LoopLetter {
  readonly name: string
  readonly text: string
  /** Due three days ahead, so that its owner is reminded at once. */
  readonly survey: string
  /** Split into {@link parts} while the letter is checked. */
  readonly paint: string
  readonly parts: readonly [string, string]
  /** Left without an owner. */
  readonly guide: string
}

const nb = (year: number, due: string): LoopLetter => ({
  name: 'fyrbrev',
  survey: 'Kartlegge fyr uten strøm',
  paint: 'Male lykter og varder',
  parts: ['Male lykter', 'Male varder'],
  guide: 'Veilede fritidsfiskere',
  text: `DET KONGELIGE KYSTDEPARTEMENT
Fyrdirektoratet
Deres ref
Vår ref
${year - 2000}/117-1
Dato
9. januar ${year}
Tildelingsbrev for Fyrdirektoratet for ${year}
1. Mål
Mål 1: Kysten er merket
Mål 2: Folk ferdes trygt på sjøen
2. Oppdrag
Mål 1: Kysten er merket
Oppdrag nr. ${year}-01 Kartlegge fyr uten strøm
Beskrivelse av oppdraget
Fyrdirektoratet skal kartlegge alle fyr som står uten strøm.
Frist: ${due}
Oppdrag nr. ${year}-02 Male lykter og varder
Beskrivelse av oppdraget
Fyrdirektoratet skal male lyktene og vardene.
Frist: 1. oktober ${year}
Mål 2: Folk ferdes trygt på sjøen
Oppdrag nr. ${year}-03 Veilede fritidsfiskere
Beskrivelse av oppdraget
Fyrdirektoratet skal veilede fritidsfiskere om lys om bord.
Frist: 1. november ${year}
Med hilsen
Liv Skjær
ekspedisjonssjef
`,
})

const nn = (year: number, due: string): LoopLetter => ({
  name: 'fyrbrev-nynorsk',
  survey: 'Kartleggje fyr utan straum',
  paint: 'Måle lykter og vardar',
  parts: ['Måle lykter', 'Måle vardar'],
  guide: 'Rettleie fritidsfiskarar',
  text: `DET KONGELEGE KYSTDEPARTEMENT
Fyrdirektoratet
Dykkar ref
Vår ref
${year - 2000}/117-1
Dato
9. januar ${year}
Tildelingsbrev for Fyrdirektoratet for ${year}
1. Mål
Mål 1: Kysten er merkt
Mål 2: Folk ferdast trygt på sjøen
2. Oppdrag
Mål 1: Kysten er merkt
Oppdrag nr. ${year}-01 Kartleggje fyr utan straum
Omtale av oppdraget
Fyrdirektoratet skal kartleggje alle fyr som står utan straum.
Frist: ${due}
Oppdrag nr. ${year}-02 Måle lykter og vardar
Omtale av oppdraget
Fyrdirektoratet skal måle lyktene og vardane.
Frist: 1. oktober ${year}
Mål 2: Folk ferdast trygt på sjøen
Oppdrag nr. ${year}-03 Rettleie fritidsfiskarar
Omtale av oppdraget
Fyrdirektoratet skal rettleie fritidsfiskarar om lys om bord.
Frist: 1. november ${year}
Med helsing
Liv Skjær
ekspedisjonssjef
`,
})

/** The letter of a year in one of the two forms of Norwegian; `due` is a date as letters write it. */
export const loopLetter = (form: 'nb' | 'nn', year: number, due: string): LoopLetter => ({ nb, nn })[form](year, due)
