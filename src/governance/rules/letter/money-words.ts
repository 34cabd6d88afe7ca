import { type FoundAmount, findAmounts } from './amounts.ts'
import { words } from './words.ts'

/** Words that say what a bound amount is for; they stand between the amount and its purpose. */
export const purposeLead = words(
  '^[\\s:,–-]*(?:(?:av (?:disse|desse|midlene|midlane|bevilgningen|løyvinga) )?(?:(?:gå|nyttast|nyttes|brukes|brukast|benyttes|er bundet|bundet|bunde) (?:til )?)?(?:er (?:satt av|sett av|sette av|avsatt|avsett|øremerket|øyremerkt)|øremerket|øyremerkt|satt av|sett av|sette av|avsatt|avsett|settes av|setjast av|skal (?:benyttes|brukes|nyttes|nyttast|brukast|gå|setjast av|settes av|øremerkes|dekke|dekkje)|går|kan (?:benyttes|brukes|nyttes|nyttast|brukast)|øremerkes|øyremerkast|fordeles|benyttes|brukes|nyttes|tildeles|stilles til disposisjon|er|gjelder|gjeld)\\s+)?(?:(?:til|for|en|ei|eit|et)\\s+)?',
  'iu',
)

/** Words that speak of the whole item, not of a part of it. */
export const notBound = words(
  '‹(?:bevilget|løyvd|løyvt|disponerer|disponere|til disposisjon|til rådighet|til rådvelde|utgjør|utgjer|andel av|ramme på)›',
  'iu',
)

const amount =
  '(?:(?:inntil|opptil|om lag|minst|ca\\.?) )?[\\d.,]+(?: \\d{3})* (?:mill\\.? |mrd\\.? )?(?:kroner|kr\\.?) '

/** Words by which a sentence binds part of an item. */
export const bound = words(
  `‹(?:øremerk|øyremerk|satt av|sett av|sette av|avsatt|avsett|settes av|setjast av|herav|hvorav|av dette|av disse|av desse|lagt inn|innarbeid|skal dekke|skal dekkje|(?:skal|kan) (?:${amount})?(?:gå›|benyttes|brukes|nyttes|nyttast|brukast)|skal ha (?=${amount})|(?:omfatter|omfattar|inkluderer) (?=${amount}(?:til|for|som)›)|går til|fordeles|bundet|bunde)`,
  'iu',
)

/** Words by which money is given, or taken. */
export const given = words(
  '‹(?:stilles|stillast|stilt|tildeles|tildelast|tildelt|bevilges|bevilget|løyvast|løyvd|tilføres|tilført|tilførast|økes|økt|økning|aukast|auka|styrkes|styrka|reduseres|redusert|reduserast|trekkes|omdisponeres)›',
  'iu',
)

/** Words by which somebody named gets money. */
export const awarded = words('‹(?:tildeles|tildelast|blir tildelt|får|mottar|mottek|gis|gjevast)›', 'iu')

/** Words by which money is taken back. */
export const taken = words('‹(?:reduseres|redusert|reduserast|trekkes|trekt|kuttes|inndras)›', 'iu')

/** “på post 21”, “av post 70”. */
export const inlinePost = words('‹(?:på |under |over |av |fra |frå )post\\s?(\\d{2})(?!\\d)', 'iu')

/** “kap. 854, post 21”, “kap. 720.21”. */
export const inlineItem = words('kap(?:ittel|\\.)?\\s?(\\d{3,4})(?:,?\\s?(?:og )?post\\s?|\\.)(\\d{2})(?!\\d)', 'iu')

const total = words(
  '(?:(?:øk|auk|redus|styrk|juster|heva|hev|sett)\\p{L}*(?: ned| opp)? til (?:om lag |ca\\.? )?|‹(?:ny|nytt|samlet|samla) (?:bevilgning|løyving|ramme|tildeling|budsjett)\\p{L}*(?: \\p{L}+){0,4} (?:er|blir|vert|utgjør|utgjer|på)(?: dermed| da| då)? )$',
  'iu',
)
const span =
  /(?:fra|frå) ([\d., ]+?)((?: (?:mill\.?|mrd\.?|millioner|millionar))?(?: (?:kroner|kr\.?))?) til ([\d., ]+?)((?: (?:mill\.?|mrd\.?|millioner|millionar))? (?:kroner|kr))(?!\p{L})/iu

/** “økes fra 20 til 25 mill. kroner”: what is changed, where before and after are told. */
export const changeFromTo = (text: string): { kroner: number; amountText: string } | null => {
  const match = span.exec(text)
  if (!match) return null
  const [amountText, before = '', unitBefore = '', after = '', unit = ''] = match
  const [from] = findAmounts(
    `${before}${unitBefore === '' ? unit : `${unitBefore.replace(/ kr(?:oner|\.)?$/i, '')} kroner`}`,
  )
  const [to] = findAmounts(`${after}${unit}`)
  return from && to ? { kroner: to.kroner - from.kroner, amountText } : null
}

/** Whether the only amount is what an item comes to after a change (“økes til 25 mill. kroner”), not the change. */
export const statesTotal = (text: string): boolean => {
  const amounts = findAmounts(text)
  const [first] = amounts
  return (
    amounts.length === 1 && first !== undefined && changeFromTo(text) === null && total.test(text.slice(0, first.start))
  )
}

/** An amount with what the item comes to by it, where that is told: “5 mill. kroner til 25 mill. kroner”. */
export const withTotal = (text: string, amount: FoundAmount): string => {
  const next = findAmounts(text).find(({ start }) => text.slice(amount.end, start) === ' til ')
  return text.slice(amount.start, next?.end ?? amount.end)
}
