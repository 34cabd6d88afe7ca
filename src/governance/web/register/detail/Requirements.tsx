import { useTexts } from '../../../../platform/web/i18n/texts.ts'
import type { Detail } from '../../../rules/follow-up/detail-shape.ts'
import { texts } from '../texts.ts'

type Requirement = Detail['requirements'][number]

/** The letter's words about the whole, when the part that it names (“hvorav …”) stands on a line of its own. */
export const wholeOf = ({ text, subRequirement }: Pick<Requirement, 'text' | 'subRequirement'>): string => {
  const at = subRequirement === null ? -1 : text.indexOf(subRequirement)
  return at <= 0
    ? text
    : text
        .slice(0, at)
        .replace(/[,;–-]?\s*(?:hvorav|herav|derav|kvarav|av (?:disse|desse))?\s*$/iu, '')
        .trimEnd()
}

/** What a parameter demands, each with the part of it that the letter demands besides. */
export const Requirements = ({ requirements }: { requirements: readonly Requirement[] }) => {
  const t = useTexts(texts)
  return (
    <ul>
      {requirements.map((requirement) => (
        <li key={requirement.id}>
          {wholeOf(requirement)}
          {requirement.subRequirement === null ? null : (
            <ul>
              <li>{t('requirements.ofWhich', { what: requirement.subRequirement })}</li>
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
