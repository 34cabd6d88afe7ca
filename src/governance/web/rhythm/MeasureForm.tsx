import { Button, Radio, RadioGroup, Select, Textarea, TextField } from '@navikt/ds-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { CatalogueAnswer } from '../../../figures/rules/catalogue.ts'
import { ask, send } from '../../../platform/web/api/ask.ts'
import { useLocale, useTexts } from '../../../platform/web/i18n/texts.ts'
import { ProblemNotice } from '../../../platform/web/parts/ProblemNotice.tsx'
import type { MeasureDecision, ParameterMeasure } from '../../rules/measurability/shapes.ts'
import { texts } from './texts.ts'

const ways = ['figure', 'outside', 'not-measurable'] as const

const FigureSelect = (props: { value: string; onChange: (value: string) => void }) => {
  const t = useTexts(texts)
  const locale = useLocale()
  const query = useQuery({
    queryKey: ['figures', 'catalogue'],
    queryFn: () => ask<CatalogueAnswer>('/api/figures/catalogue'),
  })
  if (query.data?.figures.length === 0) return <p className="ff-subtle">{t('measure.noFigures')}</p>
  return (
    <Select
      size="small"
      label={t('measure.figure')}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="" />
      {query.data?.figures.map((figure) => (
        <option key={figure.code} value={figure.code}>
          {figure.name[locale]}
        </option>
      ))}
    </Select>
  )
}

/** Confirms the proposal, or decides otherwise; the sentence to the ministry can be edited. */
export const MeasureForm = ({ parameter, close }: { parameter: ParameterMeasure; close: () => void }) => {
  const t = useTexts(texts)
  const client = useQueryClient()
  const [decision, setDecision] = useState<MeasureDecision>({
    version: parameter.version,
    way: parameter.way,
    figure: parameter.figure ?? '',
    outsideSource: parameter.outsideSource ?? '',
    reason: parameter.reason,
    sentence: parameter.sentence,
  })
  const change = (fields: Partial<MeasureDecision>) => setDecision((now) => ({ ...now, ...fields }))
  const save = useMutation({
    mutationFn: () => send('PUT', `/api/measurability/${parameter.commitment}`, decision),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['measurability'] })
      close()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="ff-measure" onSubmit={submit}>
      <RadioGroup
        size="small"
        legend={t('measure.way')}
        value={decision.way}
        onChange={(way: MeasureDecision['way']) => change({ way })}
      >
        {ways.map((way) => (
          <Radio key={way} value={way}>
            {t(`measure.ways.${way}`)}
          </Radio>
        ))}
      </RadioGroup>
      {decision.way === 'figure' ? (
        <FigureSelect value={decision.figure ?? ''} onChange={(figure) => change({ figure })} />
      ) : null}
      {decision.way === 'outside' ? (
        <TextField
          size="small"
          label={t('measure.source')}
          description={t('measure.sourceHelp')}
          value={decision.outsideSource ?? ''}
          onChange={(event) => change({ outsideSource: event.target.value })}
        />
      ) : null}
      {decision.way === 'not-measurable' ? (
        <Textarea
          size="small"
          label={t('measure.sentence')}
          value={decision.sentence}
          onChange={(event) => change({ sentence: event.target.value })}
        />
      ) : null}
      <Textarea
        size="small"
        label={t('measure.reason')}
        minRows={2}
        value={decision.reason}
        onChange={(event) => change({ reason: event.target.value })}
      />
      {save.isError ? <ProblemNotice error={save.error} /> : null}
      <div className="ff-row">
        <Button size="small" loading={save.isPending}>
          {t('measure.save')}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={close}>
          {t('measure.cancel')}
        </Button>
      </div>
    </form>
  )
}
