import { words } from './words.ts'

/**
 * Tables whose cell borders are lost: the names of the columns stand on one line, and each row ends with as many
 * values as there are columns for values.
 */

const name = words(
  '^(?:(?:nr\\.?|kode|id)\\s)?(?:styringsparamet(?:er|re|rer|ere|rar)|(?:styrings|resultat)?indikator(?:er|ar)?|paramet(?:er|re|rar))(?=\\s)',
  'iu',
)
const valueName =
  /^\s+((?:(?:tidligere |tidlegare )?resultat(?:er|krav|mål)?|status|utgangspunkt|baseline|mål|krav|måltal(?:l)?|ambisjon(?:snivå)?)(?:\s(?:for\s|i\s)?20\d\d)?|20\d\d)(?=\s|$)/iu

/** The names of the columns on a line without cell borders, the first that of the parameter; null when it is none. */
export const flatColumns = (text: string): string[] | null => {
  const first = name.exec(text)?.[0]
  if (first === undefined) return null
  const columns = [first]
  let rest = text.slice(first.length)
  while (rest !== '') {
    const found = valueName.exec(rest)
    if (!found?.[1]) return null
    columns.push(found[1])
    rest = rest.slice(found[0].length)
  }
  return columns.length > 1 ? columns : null
}

const unit =
  '(?:\\s?(?:%|‰|prosent|pst\\.?|dager|dagar|uker|veker|måneder|månader|timer|timar|minutter|minutt|mill\\.?|mrd\\.?|kroner|kr)(?![\\p{L}]))*'
const figure = `(?:(?:[≥≤<>]|minst|inntil|maks\\.?|under|over|høyst)\\s?)?\\d{1,3}(?:\\s\\d{3})*(?:,\\d+)?${unit}|\\d{4,}${unit}|[–-]|i/t`
const said =
  '(?:minst|minimum|maks\\.?|maksimalt|høyst|under|over|lavere|lågare|høyere|høgare|færre|flere|fleire|mer|meir|mindre|øke|auke|økning|skal|reduser\\p{L}*|reduksjon|oppretthold\\p{L}*|haldast|bedre|betre|vidareførast|videreføres|nullpunktsmåling|ingen|innen|innan)(?:\\s\\S+){0,8}'

/** A row's title and the values after it, as many as `count`; null when it does not end so. */
export const flatRow = (text: string, count: number): { title: string; values: string[] } | null => {
  if (count < 1 || count > 6 || text.length > 600) return null
  const earlier = `\\s(${figure})`.repeat(count - 1)
  const match = new RegExp(`^(.*?\\p{L}[\\p{L})]*)${earlier}\\s(${figure}|${said})$`, 'iu').exec(text)
  return match ? { title: (match[1] ?? '').trim(), values: match.slice(2) } : null
}
