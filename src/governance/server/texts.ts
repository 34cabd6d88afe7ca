import { texts as frameEn } from '../../platform/texts/frame.en.ts'
import { texts as frameNb } from '../../platform/texts/frame.nb.ts'
import { texts as frameNn } from '../../platform/texts/frame.nn.ts'
import { texts as exportsEn } from '../texts/exports.en.ts'
import { texts as exportsNb } from '../texts/exports.nb.ts'
import { texts as exportsNn } from '../texts/exports.nn.ts'
import { texts as lettersEn } from '../texts/letters.en.ts'
import { texts as lettersNb } from '../texts/letters.nb.ts'
import { texts as lettersNn } from '../texts/letters.nn.ts'
import { texts as registerEn } from '../texts/register.en.ts'
import { texts as registerNb } from '../texts/register.nb.ts'
import { texts as registerNn } from '../texts/register.nn.ts'
import { texts as rhythmEn } from '../texts/rhythm.en.ts'
import { texts as rhythmNb } from '../texts/rhythm.nb.ts'
import { texts as rhythmNn } from '../texts/rhythm.nn.ts'

/** The words that only the workbooks and the calendar say, by language. */
export const exportTexts = { nb: exportsNb, nn: exportsNn, en: exportsEn }

/** The letters' words, by language, as the screens say them. */
export const letterTexts = { nb: lettersNb, nn: lettersNn, en: lettersEn }

/** The register's words, by language, as the screens say them. */
export const registerTexts = { nb: registerNb, nn: registerNn, en: registerEn }

/** The rhythm's words, by language, as the screens say them. */
export const rhythmTexts = { nb: rhythmNb, nn: rhythmNn, en: rhythmEn }

/** The names of the traffic light's colours, by language. */
export const lightTexts = { nb: frameNb.lights, nn: frameNn.lights, en: frameEn.lights }
