import { inOrder } from './doubts.ts'
import type { Doubt, LetterKind, LetterReading, Place } from './types.ts'
import { fold } from './words.ts'

/** What `fotfeste letter parse FILE --json` prints: the agreed keys in the agreed order, and no other. */
export interface ParseOutput {
  readonly kind: string | null
  readonly agency: string | null
  readonly ministry: string | null
  readonly reference: string | null
  readonly date: string | null
  readonly year: number | null
  readonly goals: readonly { no: string | null; title: string }[]
  readonly steeringParameters: readonly {
    code: string | null
    title: string
    goalNo: string | null
    targets: readonly string[]
  }[]
  readonly reportingRequirements: readonly { code: string | null; text: string; frequency: string | null }[]
  readonly assignments: readonly {
    code: string | null
    title: string
    goalNo: string | null
    group: string
    deadlines: readonly string[]
    deadlineText: string | null
    mainResponsible: string | null
    milestones: readonly { label: string | null; title: string; deadline: string | null }[]
  }[]
  readonly reportingDeadlines: readonly { report: string; countDate: string | null; due: string | null }[]
  readonly meetings: readonly { type: string; period: string | null }[]
  readonly appropriations: readonly { chapter: string; item: string; name: string; amountNOK: number | null }[]
  readonly chapterSums: readonly {
    chapter: string
    sumNOK: number | null
    computedNOK: number
    agrees: boolean | null
  }[]
  readonly earmarks: readonly {
    chapter: string | null
    item: string | null
    amountNOK: number
    text: string
  }[]
  readonly doubts: readonly { kind: string; text: string; line: number }[]
}

/** The letter's kind in the words of the letters themselves. */
export const kindNames: Readonly<Record<LetterKind, string>> = {
  'allocation-letter': 'tildelingsbrev',
  supplement: 'tillegg til tildelingsbrev',
  'assignment-letter': 'oppdragsbrev',
  instruction: 'instruks',
}

/**
 * The agreed form has no key for duties outside the assignments. One whose date no assignment and no report has would
 * be lost to who reads the form alone, so it is listed with the doubts.
 */
const dutiesElsewhere = (reading: LetterReading): Doubt[] => {
  const listed = [
    ...reading.assignments.map(({ title, deadlines, places }) => ({ title, days: deadlines, places })),
    ...reading.reportingDeadlines.map(({ report, due, source }) => ({ title: report, days: [due], places: [source] })),
  ]
  return reading.otherDuties
    .filter(({ deadline, text, source }) => {
      if (deadline === null) return false
      const doubted = reading.doubts.some((doubt) => doubt.kind === 'unread-duty' && covers(doubt.source, source))
      const given = listed.some(
        ({ title, days, places }) =>
          days.includes(deadline) && (places.some((place) => covers(place, source)) || isAbout(text, title)),
      )
      return !doubted && !given
    })
    .map(({ text, source }) => ({ kind: 'unread-duty', text, line: source.startLine, source }))
}

const covers = (place: Place, at: Place): boolean => place.start <= at.start && at.start < place.end

/** Whether a sentence and a title share a word that says something. */
const isAbout = (text: string, title: string): boolean => {
  const said = fold(text)
  return fold(title)
    .split(' ')
    .some((word) => word.length >= 7 && said.includes(word.slice(0, 9)))
}

/** Turns a reading into the agreed JSON form. */
export const toParseOutput = (reading: LetterReading): ParseOutput => {
  const unnumbered = new Set(reading.goals.flatMap(({ no, title }) => (no === null ? [title] : [])))
  /** A number that the letter does not state is null, also where the goal is known by its title. */
  const stated = (goalNo: string | null): string | null => (goalNo !== null && unnumbered.has(goalNo) ? null : goalNo)
  return {
    kind: reading.kind && kindNames[reading.kind],
    agency: reading.agency?.value ?? null,
    ministry: reading.ministry?.value ?? null,
    reference: reading.reference?.value ?? null,
    date: reading.date?.value ?? null,
    year: reading.year?.value ?? null,
    goals: reading.goals.map(({ no, title }) => ({ no, title })),
    steeringParameters: reading.steeringParameters.map(({ code, title, goalNo, targets }) => ({
      code,
      title,
      goalNo: stated(goalNo),
      targets,
    })),
    reportingRequirements: reading.reportingRequirements.map(({ code, text, frequency }) => ({
      code,
      text,
      frequency,
    })),
    assignments: reading.assignments.map((a) => ({
      code: a.code,
      title: a.title,
      goalNo: stated(a.goalNo),
      group: a.group,
      deadlines: a.deadlines,
      deadlineText: a.deadlineText,
      mainResponsible: a.mainResponsible,
      milestones: a.milestones.map(({ label, title, deadline }) => ({ label, title, deadline })),
    })),
    reportingDeadlines: reading.reportingDeadlines.map(({ report, countDate, due }) => ({ report, countDate, due })),
    meetings: reading.meetings.map(({ type, period }) => ({ type, period })),
    appropriations: reading.appropriations.map(({ chapter, item, name, amountNOK }) => ({
      chapter,
      item,
      name,
      amountNOK,
    })),
    chapterSums: reading.chapterSums.map(({ chapter, sumNOK, computedNOK, agrees }) => ({
      chapter,
      sumNOK,
      computedNOK,
      agrees,
    })),
    earmarks: reading.earmarks.map(({ chapter, item, amountNOK, text }) => ({ chapter, item, amountNOK, text })),
    doubts: inOrder([...reading.doubts, ...dutiesElsewhere(reading)]).map(({ kind, text, line }) => ({
      kind,
      text,
      line,
    })),
  }
}
