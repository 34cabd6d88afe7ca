export type { AllocationItem, AllocationKind, MoneyLetter, MoneyLetterKind } from '../rules/allocation.ts'
export { type LetterMoney, recordAllocations } from './record-allocations.ts'
