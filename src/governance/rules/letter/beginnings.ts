import { type Announcement, announcementOf, groupOf, mentionedGoal } from './announcements.ts'
import { opensAssignments } from './assignment-section.ts'
import type { Block } from './blocks.ts'
import { type Category, type ItemStart, itemStart } from './codes.ts'
import { goalStart } from './goals.ts'
import { labelOf } from './labels.ts'
import type { Line } from './lines.ts'
import type { Heading } from './sections.ts'
import { endsOpen, startsWithSmall, words } from './words.ts'

/** A bullet with something after it. */
export const entry = /^[•–-]\s+(?=[\p{L}«"(])/u

/** Whether a heading or title goes on in the next line. */
export const goesOn = (text: string, next: Line | undefined, width: number | null): boolean => {
  if (!next || next.gap || /[.:!?]$/.test(text) || text.length > 300) return false
  if (/^(?:[•–-]|\d|\(?[a-z]\))/.test(next.text) || labelOf(next.text)) return false
  if (itemStart(next.text, null) || goalStart(next.text)) return false
  if (endsOpen(text)) return true
  if (/\p{Ll}-$/u.test(text)) return true
  return startsWithSmall(next.text) && (width === null || text.length > width * 0.6)
}

const standingTasks = words('‹(?:faste|løpende|løpande|ordinære|øvrige|andre) (?:oppgaver|oppgåver)›', 'iu')

/** Under a chapter of assignments, each numbered heading is one. */
export const isAssignmentHeading = (path: readonly Heading[]): boolean => {
  const [top] = path
  const own = path[path.length - 1]
  const chapter =
    top !== undefined &&
    words('‹(?:oppdrag|oppgave|oppgåve|bestilling)', 'iu').test(top.title) &&
    !words('mål|styringsparam', 'iu').test(top.title)
  return (
    chapter &&
    own !== undefined &&
    own !== top &&
    own.no !== null &&
    own.role !== 'reporting' &&
    own.role !== 'money' &&
    !standingTasks.test(own.title)
  )
}

/** The code that follows a bullet. */
export const codeAfter = (text: string, bullet: string, category: Category): ItemStart | null => {
  const start = itemStart(text.slice(bullet.length), null)
  return start?.category === category ? { ...start, restAt: start.restAt + bullet.length } : null
}

/** “- R1: …”: a bullet with a code and a colon begins a parameter or requirement, unless an assignment lists them. */
export const listedCode = (text: string, open: Block | null): ItemStart | null => {
  const bullet = entry.exec(text)?.[0]
  if (bullet === undefined || open?.category === 'assignment') return null
  const start = itemStart(text.slice(bullet.length), null)
  const plain =
    start !== null && start.category !== 'assignment' && /:\s*$/.test(text.slice(0, start.restAt + bullet.length))
  return plain ? { ...start, restAt: start.restAt + bullet.length } : null
}

/** A line that names the assignments that follow, in other words than the usual heading. */
export const assignmentSection = (text: string): Announcement | null =>
  opensAssignments(text) && !/[.;,]$/.test(text)
    ? { category: 'assignment', group: groupOf(text), goalNo: mentionedGoal(text), columns: null }
    : null

const sectionNumber = /^\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}[^.]{0,90}$/u

/** A paragraph ends where something else begins. */
export const untilItem = (paragraph: readonly Line[]): Line[] => {
  const end = paragraph.findIndex(
    ({ text }, i) =>
      i > 0 && (goalStart(text) || itemStart(text, null) || announcementOf(text) || sectionNumber.test(text)),
  )
  return paragraph.slice(0, end < 0 ? undefined : end)
}

/** The code of an assignment that is a numbered heading. */
export const headingCode = (heading: Heading): ItemStart => ({
  category: 'assignment',
  code: heading.no ?? '',
  codeAsWritten: heading.no ?? '',
  revision: null,
  restAt: 0,
})

/** What cannot be the middle of a sentence, even after a line that ends open. */
export const beginsPlainly = (text: string): boolean =>
  /^\p{Lu}{4}|^\d{1,2}(?:\.\d{1,2})+\.?\s\p{Lu}|^\d{1,2}\.\s\p{Lu}|^[\p{L} ]{1,20}[\d.-]+\s?[:.]\s\p{Lu}/u.test(text)
