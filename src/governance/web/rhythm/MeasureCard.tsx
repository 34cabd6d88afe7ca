import { Button, Tag } from '@navikt/ds-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/i18n/texts.ts'
import { usePermission } from '../../../platform/web/session/session.ts'
import type { ParameterMeasure } from '../../rules/measurability/shapes.ts'
import { nameOf } from '../name-of.ts'
import { CopyText } from './CopyText.tsx'
import { MeasureForm } from './MeasureForm.tsx'
import { texts } from './texts.ts'

const registers = ['settlement', 'qualification', 'interpreters', 'grants'] as const

const isRegister = (text: string | null): text is (typeof registers)[number] =>
  registers.some((register) => register === text)

const tagColour = { figure: 'success', outside: 'info', 'not-measurable': 'warning' } as const

/** One steering parameter: how it is measured, why that is proposed, and what to report to the ministry. */
export const MeasureCard = ({ parameter }: { parameter: ParameterMeasure }) => {
  const t = useTexts(texts)
  const mayDecide = usePermission('measurability.write')
  const [open, setOpen] = useState(false)
  const { reasonCode, register } = parameter
  const why =
    reasonCode === null
      ? null
      : t(`measure.reasons.${reasonCode}`, { register: isRegister(register) ? t(`measure.registers.${register}`) : '' })
  const requirements = parameter.requirements.join('; ')
  return (
    <li className="ff-panel ff-measure">
      <div className="ff-row">
        <Tag size="small" variant="moderate" data-color={tagColour[parameter.way]}>
          {parameter.way === 'not-measurable' ? '! ' : ''}
          {t(`measure.ways.${parameter.way}`)}
        </Tag>
        <span className="ff-subtle">
          {parameter.decidedBy === null ? t('measure.proposed') : t('measure.decided', { name: parameter.decidedBy })}
        </span>
      </div>
      <h2>
        <Link to={`/register/${parameter.commitment}`}>{nameOf(parameter)}</Link>
      </h2>
      <p className="ff-subtle">
        {requirements === '' ? t('measure.noRequirement') : `${t('measure.requirements')}: ${requirements}`}
        {parameter.goal === null ? '' : ` · ${parameter.goal}`}
      </p>
      {parameter.figure === null && parameter.outsideSource === null ? null : (
        <p>
          <strong>{parameter.figure ?? parameter.outsideSource}</strong>
        </p>
      )}
      {why === null ? null : <p>{why}</p>}
      {parameter.reason === '' ? null : <p>{parameter.reason}</p>}
      {parameter.sentence === '' || open ? null : (
        <blockquote className="ff-measure__sentence" aria-label={t('measure.sentence')}>
          {parameter.sentence}
        </blockquote>
      )}
      {open ? (
        <MeasureForm parameter={parameter} close={() => setOpen(false)} />
      ) : (
        <div className="ff-row">
          {parameter.sentence === '' ? null : (
            <CopyText text={parameter.sentence} words={t('measure.copy')} copied={t('measure.copied')} />
          )}
          {mayDecide ? (
            <Button size="small" variant="tertiary" onClick={() => setOpen(true)}>
              {t('measure.change')}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}
