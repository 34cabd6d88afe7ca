import type { texts as nb } from './figures.nb.ts'

/** The figures' page in English. */
export const texts: typeof nb = {
  title: 'Figures',
  lead: 'Figures counted from the registers, with definition, source and version. Nobody types them in.',
  table: 'Figures that are defined',
  name: 'Name',
  code: 'Code',
  unit: 'Unit',
  countsOver: 'Counted from',
  units: {
    count: 'count',
    percent: 'per cent',
    days: 'days',
    months: 'months',
    kroner: 'kroner',
    index: 'index',
  },
  empty: 'No figures are defined yet',
  emptyLead:
    'So far Fotfeste holds letters, goals, assignments and money. When a register is taken into use – settlement, qualification, grants or interpreters – it brings the definitions of its figures, and they stand here.',
  emptyMeaning:
    'Until then no steering parameter can be measured by a figure from here. Which ones can be measured by a source outside, and which cannot be measured, stands under Measurability.',
  toMeasurability: 'See measurability',
}
