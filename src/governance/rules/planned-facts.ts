import type { FindingContent } from './finding.ts'
import type { CommitmentFacts, KnownCommitment, PlannedSource } from './register-plan.ts'

/** A finding that people have accepted. */
export type TakenFinding = FindingContent & { readonly id: string; readonly source: PlannedSource }

/** A commitment's facts with everything unstated. */
export const noFacts: Omit<CommitmentFacts, 'title'> = {
  code: null,
  grouping: null,
  purpose: null,
  baseline: null,
  description: null,
  frequency: null,
  recurrence: null,
  deadlineText: null,
  lead: null,
  partners: [],
  financing: null,
}

/** What the later mention leaves unsaid still holds, and its owner goes on. */
export const carriedOver = (facts: CommitmentFacts, earlier: KnownCommitment | null) => ({
  ...facts,
  purpose: facts.purpose ?? earlier?.purpose ?? null,
  baseline: facts.baseline ?? earlier?.baseline ?? null,
  description: facts.description ?? earlier?.description ?? null,
  frequency: facts.frequency ?? earlier?.frequency ?? null,
  recurrence: facts.recurrence ?? earlier?.recurrence ?? null,
  deadlineText: facts.deadlineText ?? earlier?.deadlineText ?? null,
  lead: facts.lead ?? earlier?.lead ?? null,
  partners: facts.partners.length > 0 ? facts.partners : (earlier?.partners ?? []),
  financing: facts.financing ?? earlier?.financing ?? null,
  ownerUnit: earlier?.ownerUnit ?? null,
  ownerPerson: earlier?.ownerPerson ?? null,
})
