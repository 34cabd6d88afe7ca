import type { DifferenceRow, DifferenceSectionKind } from '../../rules/letter-difference.ts'

/** The languages of the workbook. */
export type Locale = 'nb' | 'nn' | 'en'

interface DifferenceWords {
  readonly change: string
  readonly code: string
  readonly title: string
  readonly amount: string
  readonly details: string
  readonly changes: Readonly<Record<DifferenceRow['change'], string>>
  readonly sections: Readonly<Record<DifferenceSectionKind, string>>
  readonly fields: Readonly<Record<string, string>>
}

/** The words of the difference as a workbook; the screen has its own in the web's texts. */
export const differenceWords: Readonly<Record<Locale, DifferenceWords>> = {
  nb: {
    change: 'Endring',
    code: 'Kode',
    title: 'Tittel',
    amount: 'Beløp i kroner',
    details: 'Hva som er endret',
    changes: { new: 'Ny', gone: 'Borte', changed: 'Endret', same: 'Uendret' },
    sections: {
      goal: 'Mål',
      'steering-parameter': 'Styringsparametere',
      'reporting-requirement': 'Rapporteringskrav',
      assignment: 'Oppdrag',
      report: 'Rapporteringsfrister',
      appropriation: 'Bevilgninger',
      earmark: 'Budsjettbindinger',
    },
    fields: {
      title: 'Tittel',
      text: 'Tekst',
      requirements: 'Resultatkrav',
      purpose: 'Formål',
      baseline: 'Måleutgangspunkt',
      frequency: 'Hyppighet',
      deadlines: 'Frister',
      mainResponsible: 'Hovedansvarlig',
      financing: 'Finansiering',
      goalNo: 'Mål',
      due: 'Frist',
      count: 'Telletidspunkt',
      amountNOK: 'Beløp',
      name: 'Navn',
      keywords: 'Stikkord',
    },
  },
  nn: {
    change: 'Endring',
    code: 'Kode',
    title: 'Tittel',
    amount: 'Beløp i kroner',
    details: 'Kva som er endra',
    changes: { new: 'Ny', gone: 'Borte', changed: 'Endra', same: 'Uendra' },
    sections: {
      goal: 'Mål',
      'steering-parameter': 'Styringsparametrar',
      'reporting-requirement': 'Rapporteringskrav',
      assignment: 'Oppdrag',
      report: 'Rapporteringsfristar',
      appropriation: 'Løyvingar',
      earmark: 'Budsjettbindingar',
    },
    fields: {
      title: 'Tittel',
      text: 'Tekst',
      requirements: 'Resultatkrav',
      purpose: 'Formål',
      baseline: 'Måleutgangspunkt',
      frequency: 'Kor ofte',
      deadlines: 'Fristar',
      mainResponsible: 'Hovudansvarleg',
      financing: 'Finansiering',
      goalNo: 'Mål',
      due: 'Frist',
      count: 'Teljetidspunkt',
      amountNOK: 'Beløp',
      name: 'Namn',
      keywords: 'Stikkord',
    },
  },
  en: {
    change: 'Change',
    code: 'Code',
    title: 'Title',
    amount: 'Amount in NOK',
    details: 'What has changed',
    changes: { new: 'New', gone: 'Gone', changed: 'Changed', same: 'Unchanged' },
    sections: {
      goal: 'Goals',
      'steering-parameter': 'Steering parameters',
      'reporting-requirement': 'Reporting requirements',
      assignment: 'Assignments',
      report: 'Reporting dates',
      appropriation: 'Appropriations',
      earmark: 'Budget bindings',
    },
    fields: {
      title: 'Title',
      text: 'Text',
      requirements: 'Results requirements',
      purpose: 'Purpose',
      baseline: 'Baseline',
      frequency: 'Frequency',
      deadlines: 'Deadlines',
      mainResponsible: 'Lead',
      financing: 'Financing',
      goalNo: 'Goal',
      due: 'Due',
      count: 'Count date',
      amountNOK: 'Amount',
      name: 'Name',
      keywords: 'Keywords',
    },
  },
}
