import { texts as en } from '../texts/access.en.ts'
import { texts as nb } from '../texts/access.nb.ts'
import { texts as nn } from '../texts/access.nn.ts'

/** The words of the logs, by language, as the screens say them. */
export const texts = { nb, nn, en }
