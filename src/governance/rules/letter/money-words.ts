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
