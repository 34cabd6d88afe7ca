/** Someone else who counts or asks, and how a letter speaks of them. */
export interface OutsideSource {
  readonly name: string
  readonly pattern: RegExp
}

/**
 * The producers of statistics and surveys on the field. A short name must stand as a word of its own, in the case that
 * its owner writes it: “ks” and “nav” are also parts of other words.
 */
export const producers: readonly OutsideSource[] = [
  { name: 'Statistisk sentralbyrå (SSB)', pattern: /\bSSBs?\b|statistisk sentralbyrås?|\bKOSTRA\b/iu },
  { name: 'Utlendingsdirektoratet (UDI)', pattern: /\bUDIs?\b|utlendingsdirektoratets?/iu },
  { name: 'Nav', pattern: /\b(?:NAV|Nav)s?\b|[Aa]rbeids- og velferds(?:direktoratet|etaten)s?/u },
  {
    name: 'Direktoratet for høyere utdanning og kompetanse (HK-dir)',
    pattern: /\bHK-?dirs?\b|kompetanse norges?|direktoratet for høyere utdanning og kompetanse/iu,
  },
  { name: 'Utdanningsdirektoratet (Udir)', pattern: /\bUdirs?\b|utdanningsdirektoratets?/iu },
  { name: 'Barne-, ungdoms- og familiedirektoratet (Bufdir)', pattern: /\bBufdirs?\b|barne-, ungdoms- og familie/iu },
  { name: 'Helsedirektoratet', pattern: /helsedirektoratets?/iu },
  { name: 'Politiets utlendingsenhet (PU)', pattern: /politiets utlendings(?:enhet|eining)|\bPUs?\b/u },
  { name: 'KS', pattern: /\bKS\b/u },
  { name: 'Lånekassen', pattern: /lånekass(?:en|a)s?/iu },
  { name: 'OECD', pattern: /\bOECDs?\b|\bPIAAC\b/u },
]

/** Surveys, whoever carries them out. */
export const survey: OutsideSource = {
  name: 'Spørreundersøkelse',
  pattern:
    /\b(?:spørre|bruker|brukar|kommune|innbygger|innbyggjar|befolknings|levekårs|deltaker|deltakar|kjennskaps|omdømme)?undersøk(?:else|ing)(?:n|r|en|a|er|ar|s|ne|ene|ane)?\b|\bkartleggings?undersøk/iu,
}

/** A subject whose figures are published by another, though the letter does not say so. */
export const knownSubjects: readonly { readonly source: string; readonly pattern: RegExp }[] = [
  {
    // SSB, “Tidligere deltakere i introduksjonsprogrammet” (yearly): status a year after the programme.
    source: 'Statistisk sentralbyrå (SSB)',
    pattern:
      /arbeid (?:og\/)?(?:eller|og) utdanning .*introduksjonsprogram|introduksjonsprogram.*arbeid (?:og\/)?eller utdanning/iu,
  },
  // SSB, “Sysselsetting blant innvandrere, registerbasert” (yearly).
  { source: 'Statistisk sentralbyrå (SSB)', pattern: /\bsysselset(?:ting|jing|te)|\bsysselsatte?\b|\byrkesaktiv/iu },
  // HK-dir holds the tests in Norwegian and social studies and publishes their results.
  { source: 'Direktoratet for høyere utdanning og kompetanse (HK-dir)', pattern: /norskprøv|samfunnskunnskapsprøv/iu },
]

/** A subject that a register of this house will count, by the module's name. */
export const registersToCome: readonly { readonly register: string; readonly pattern: RegExp }[] = [
  { register: 'settlement', pattern: /\bbos(?:att|atte|etting|ettingsklare)\b|\bbuset(?:t|te|jing)/iu },
  { register: 'interpreters', pattern: /\btolk(?:e|er|en|ene|ar|ane|ing)?\b|tolkeregister/iu },
  {
    register: 'qualification',
    pattern:
      /introduksjonsprogram|norskopplæring|opplæring i norsk|rett og plikt|kvalifiseringsprogram|deltaker(?:e|ne)? i/iu,
  },
  { register: 'grants', pattern: /tilskudd(?:et|ene|sordning)?|tilskot(?:et|a|sordning)?/iu },
]

/** Words that make a mention of someone a mention of their figures, before or after the name. */
const speaksOfFigures =
  /kilde|kjelde|\btall\b|\btal\b|talla?\b|\bdata|statistikk|undersøk|måling|register|rapport|publiser|nøkkeltall|ifølge|ifølgje/iu

/** How far from the name such a word may stand, in characters: the same clause, not the same paragraph. */
const nearby = 60

/** The producer whose figures the text points to; a mere mention (“i samarbeid med UDI”) does not count. */
export const namedSource = (text: string): string | null => {
  for (const { name, pattern } of producers) {
    const found = new RegExp(pattern.source, `${pattern.flags}g`)
    for (const match of text.matchAll(found)) {
      const clause = text.slice(Math.max(0, match.index - nearby), match.index + match[0].length + nearby)
      const inBrackets = text[match.index - 1] === '(' && text[match.index + match[0].length] === ')'
      if (inBrackets || /KOSTRA|PIAAC/.test(match[0]) || speaksOfFigures.test(clause.replace(match[0], ' ')))
        return name
    }
  }
  return survey.pattern.test(text) ? survey.name : null
}
