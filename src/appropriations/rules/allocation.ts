import type { PlainDate } from '../../platform/rules/plain-date.ts'

/**
 * What a line of money in a letter is:
 * - `chapter`: a chapter (kapittel) with its name and the sum that the letter states for it,
 * - `item`: the amount at disposal on an item (post),
 * - `binding`: a part of an item that the ministry has bound to a purpose (budsjettbinding),
 * - `recipient`: a named recipient of a part of an item.
 */
export const allocationKinds = ['chapter', 'item', 'binding', 'recipient'] as const

/** One of {@link allocationKinds}. */
export type AllocationKind = (typeof allocationKinds)[number]

/** The letters that can give money; a supplement's amounts are changes to what the allocation letter gave. */
export const moneyLetterKinds = ['allocation-letter', 'supplement', 'assignment-letter', 'instruction'] as const

/** One of {@link moneyLetterKinds}. */
export type MoneyLetterKind = (typeof moneyLetterKinds)[number]

/** A letter as the account of money knows it. */
export interface MoneyLetter {
  readonly id: string
  readonly title: string
  readonly kind: MoneyLetterKind
  readonly date: PlainDate | null
}

/** One line of money as a letter gives it, in the order of the letter. */
export interface AllocationItem {
  readonly kind: AllocationKind
  /** Null only where the letter binds money, or names a recipient, without saying on which chapter. */
  readonly chapter: string | null
  readonly item: string | null
  readonly name: string
  /** Whole kroner; null where the letter names the line without an amount. */
  readonly amountNok: number | null
  /** As written in the letter: “kan overføres”, “overslagsbevilgning”, “kan nyttes under …”. */
  readonly keywords: readonly string[]
  /** Characters in the letter's text, for opening the place it comes from. */
  readonly source: { readonly start: number; readonly end: number } | null
}

/** An allocation with the letter that gave it. */
export interface Allocation extends AllocationItem {
  readonly letter: string
  readonly year: number
}
