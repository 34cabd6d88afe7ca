import { statedUnit } from './amounts.ts'
import { type Announcement, announcementOf } from './announcements.ts'
import { isTitleLine, markedDepth, orderIn, paragraphAt } from './assignment-section.ts'
import {
  assignmentSection,
  beginsPlainly,
  codeAfter,
  entry,
  goesOn,
  headingCode,
  isAssignmentHeading,
  listedCode,
  untilItem,
} from './beginnings.ts'
import type { Block, GoalLines, PlacedHeading, ProseLine, Structure } from './blocks.ts'
import { isCalendarHeader } from './calendar.ts'
import { type Category, type ItemStart, itemStart, looseStart, rowStart } from './codes.ts'
import { contentsLines } from './contents.ts'
import { flatColumns, flatRow } from './flat-row.ts'
import { type GoalStart, goalReference, goalStart, sameTitle, unnumberedGoal } from './goals.ts'
import { labelOf } from './labels.ts'
import type { Line, Sheet } from './lines.ts'
import { isMoneyHeader } from './money-columns.ts'
import { type Heading, HeadingFinder, type Role } from './sections.ts'
import type { AssignmentGroup } from './types.ts'
import { endsOpen, words } from './words.ts'

const chapterLine =
  /^(?:Kap(?:ittel|\.)?|KAP(?:ITTEL|\.)?)\s?\d{3,4}(?:\s?[|:–-]?\s?(?:[\p{Lu}(«]|post\s\d|$)|,?\s?post\s?\d{2}[:\s]+[\p{Lu}\d])/u
const closing = words(
  '^(?:med (?:vennlig )?hilsen|med (?:venleg )?helsing|vennlig hilsen|venleg helsing|hilsen|etter fullmakt)',
  'iu',
)
const attachment = words('^(?:kopi(?: til)?:?$|vedlegg:?$|vedlegg (?:nr\\.?\\s?)?\\d+[:.]?\\s.{0,80}$)', 'iu')
const instructionTitle = words('^instruks (?:om|for) ', 'iu')
const backToLetter = words('^(?:kalender|budsjettfullmakt|oppdrag|nye|revider|fou|mål)', 'iu')
const namedGoal = words('^(?:hoved|hovud|del)?mål\\s?[:–-]\\s?(?=\\p{Lu})', 'iu')

/** The announcement in force; `coded` once an entry with a code came, `wide` when it stands above the goals. */
interface Listing extends Announcement {
  coded: boolean
  readonly wide: boolean
  /** How its entries are set: as a list, under titles of their own, or in running text. */
  style: 'list' | 'titles' | 'prose' | null
  /** The line that announces. */
  readonly at: number
}

/** Walks through the lines once and says what each belongs to. */
export const structureOf = (sheet: Sheet, isInstruction: boolean, year: number | null): Structure => {
  const contents = contentsLines(sheet.lines)
  const { lines, width } = sheet
  const goals: GoalLines[] = []
  const blocks: Block[] = []
  const prose: ProseLine[] = []
  const money: ProseLine[] = []
  const headings: PlacedHeading[] = []
  const finder = new HeadingFinder()
  let path: Heading[] = []
  let labelled = false
  let goal = null as { no: string; level: number; depth: number } | null
  let announced = null as Listing | null
  let open = null as Block | null
  let inMoney = false
  let i = 0
  let region: 'letter' | 'instruction' | 'closing' = isInstruction ? 'instruction' : 'letter'

  const openBlock = (
    category: Category,
    start: ItemStart | null,
    first: string,
    line: Line,
    more: { form?: Block['form']; madeTitle?: string } = {},
  ): Block => {
    open = {
      category,
      start,
      first,
      lines: [line],
      goalNo: announced?.goalNo ?? goal?.no ?? null,
      path,
      group: announced?.category === 'assignment' ? announced.group : (groupFromPath(path) ?? null),
      columns: announced?.columns ?? null,
      form: more.form ?? null,
      madeTitle: more.madeTitle ?? null,
    }
    labelled = false
    if (announced && start) announced.coded = true
    blocks.push(open)
    return open
  }
  const announce = (found: Announcement): void => {
    open = null
    const above = announced
    const inherits = above !== null && above.category === found.category && (above.wide || found.columns !== null)
    announced = {
      ...found,
      group: found.group ?? (inherits ? above.group : null),
      goalNo: found.goalNo ?? (found.columns !== null ? (above?.goalNo ?? null) : null),
      coded: false,
      wide: goal === null && found.goalNo === null,
      style: null,
      at: i,
    }
  }
  const beginGoal = (found: GoalStart, from: number, level: number): number => {
    let title = found.title
    let end = from + 1
    if (title === '' && lines[end] && !goalStart(lines[end]?.text ?? '')) {
      title = lines[end]?.text ?? ''
      end += 1
    }
    while (goesOn(title, lines[end], width) && end - from < 5) {
      title = `${title} ${lines[end]?.text ?? ''}`
      end += 1
    }
    const under = found.isSub ? (goals.findLast((g) => !g.found.isSub)?.found.no ?? null) : null
    goals.push({ found, title, lines: lines.slice(from, end), under })
    goal = {
      no: goalReference({ no: found.no, title }),
      level,
      depth: markedDepth(sheet, lines[from] ?? { text: '', at: 0, gap: false }),
    }
    announced =
      announced && groupOfAnnounced(announced) ? { ...announced, coded: false, goalNo: null, columns: null } : null
    open = null
    inMoney = false
    return end
  }

  while (i < lines.length) {
    const line = lines[i]
    if (!line) break
    const { text } = line
    const next = lines[i + 1]
    if (contents.has(i)) {
      i += 1
      continue
    }
    const continues =
      i > 0 && !line.gap && !text.includes('|') && endsOpen(lines[i - 1]?.text ?? '') && !beginsPlainly(text)
    const isChapter = chapterLine.test(text) || isMoneyHeader(text)
    const heading: Heading | null = continues || isChapter ? null : finder.at(line, i, next?.text ?? '', inMoney)
    if (heading) {
      let title = heading.title
      let end = i + 1
      while (goesOn(title, lines[end], width) && end - i < 4) {
        title = `${title} ${lines[end]?.text ?? ''}`
        end += 1
      }
      const full: Heading = { ...heading, title }
      headings.push({ heading: full, line, index: i })
      const leaves = heading.no === null && instructionTitle.test(title) && !attachment.test(text)
      if (leaves) region = 'instruction'
      else if (region === 'instruction' && heading.no === null && backToLetter.test(title))
        region = isInstruction ? region : 'letter'
      else if (region === 'closing') region = 'letter'
      if (heading.no === null) finder.mayRestart = true
      path = [...path.filter((above) => above.level < heading.level), full]
      open = null
      inMoney = heading.role === 'money' && region !== 'instruction'
      if (goal && heading.level <= goal.level) goal = null
      announced =
        announced && heading.level > 1 && announced.group !== null && heading.role === 'goals' ? announced : null
      if (region !== 'instruction') {
        const named = namedGoal.exec(title)
        const found =
          goalStart(title) ??
          unnumberedGoal(title, next?.text ?? '') ??
          (named && heading.no ? { no: heading.no, title: title.slice(named[0].length), isSub: false } : null)
        if (found) {
          i = Math.max(end, beginGoal(found, i, heading.level))
          continue
        }
        const known = heading.no === null ? undefined : goals.find((one) => sameTitle(one.title, title))
        if (known) {
          goal = {
            no: goalReference({ no: known.found.no, title }),
            level: heading.level,
            depth: markedDepth(sheet, line),
          }
          announced = null
          i = end
          continue
        }
        const item = itemStart(title, null)
        if (item) openBlock(item.category, item, title.slice(item.restAt), line)
        else {
          const list = announcementOf(title) ?? assignmentSection(title)
          if (list) announce(list)
          else if (isAssignmentHeading(path))
            openBlock('assignment', headingCode(full), title, line, { form: 'heading' })
          else if (full.no !== null && /^Oppdrag:\s\p{Lu}/u.test(title))
            openBlock('assignment', headingCode(full), title.replace(/^Oppdrag:\s/, ''), line, { form: 'heading' })
        }
      }
      i = end
      continue
    }
    if (closing.test(text) || attachment.test(text)) {
      open = null
      inMoney = false
      announced = null
      if (region !== 'instruction') region = 'closing'
      finder.mayRestart = true
      prose.push({ line, index: i, path, role: 'annexes' })
      i += 1
      continue
    }
    if (isCalendarHeader(text)) {
      open = null
      inMoney = false
    }
    if (isChapter && region !== 'instruction') {
      // the unit of the amounts often stands just above the first chapter
      const above = inMoney
        ? []
        : [i - 2, i - 1].filter((at) => at >= 0 && statedUnit(lines[at]?.text.slice(0, 160) ?? '') !== null)
      for (const at of above) money.push({ line: lines[at] ?? line, index: at, path, role: 'money' })
      inMoney = true
      open = null
      announced = null
    }
    const role: Role = region === 'instruction' ? 'instruction' : (path[path.length - 1]?.role ?? 'other')
    if (region === 'instruction') {
      prose.push({ line, index: i, path, role })
      i += 1
      continue
    }
    const asGoal =
      continues || inMoney ? null : (goalStart(text) ?? (open === null ? unnumberedGoal(text, next?.text ?? '') : null))
    if (asGoal) {
      i = beginGoal(asGoal, i, 1)
      continue
    }
    const item = continues ? null : (itemStart(text, announced?.category ?? null) ?? listedCode(text, open))
    if (item && (!inMoney || /^Oppdrag/.test(text))) {
      inMoney = false
      if (region === 'closing') region = 'letter'
      openBlock(item.category, item, text.slice(item.restAt), line)
      i += 1
      continue
    }
    if (!inMoney) {
      const list = continues
        ? null
        : (announcementOf(text, labelled && open !== null) ??
          (labelled && open !== null ? null : assignmentSection(text)))
      if (list) {
        const depth = markedDepth(sheet, line)
        // a heading at least as high as the goal's ends the goal
        if (goal && depth > 0 && (goal.depth === 0 || depth <= goal.depth)) goal = null
        announce(list)
        i += 1
        continue
      }
      const current = announced
      if (current && !current.coded && !(open && labelOf(text))) {
        const loose = looseStart(text, current.category)
        const bullet = entry.exec(text)
        const isFlatRow =
          current.columns !== null &&
          flatColumns(current.columns.join(' ')) !== null &&
          flatRow(text, current.columns.length - 1) !== null
        const isRow =
          isFlatRow ||
          (current.columns !== null &&
            current.columns.length > 0 &&
            text.split('|').length >= Math.max(2, current.columns.length - 1))
        const listed = current.style !== 'titles' && (loose || bullet || isRow)
        if (listed) {
          current.style = 'list'
          const coded =
            loose ??
            (isRow ? rowStart(text, current.category) : bullet ? codeAfter(text, bullet[0], current.category) : null)
          openBlock(current.category, coded, text.slice(coded?.restAt ?? bullet?.[0].length ?? 0), line)
          if (coded) current.coded = false
          i += 1
          continue
        }
        if (current.category === 'assignment' && current.style !== 'list') {
          const isFirst = i === current.at + 1
          if (isTitleLine(sheet, lines, i, isFirst)) {
            current.style = 'titles'
            openBlock('assignment', null, text, line, { form: 'title' })
            i += 1
            continue
          }
          const paragraph =
            current.style !== 'titles' && !sheet.restored && (line.gap || isFirst)
              ? untilItem(paragraphAt(lines, i))
              : []
          const order = paragraph.length > 0 ? orderIn(paragraph, year) : null
          if (order) {
            current.style = 'prose'
            const { lines: own } = openBlock('assignment', null, text, line, { form: 'order', madeTitle: order.title })
            own.push(...paragraph.slice(1))
            open = null
            i += paragraph.length
            continue
          }
        }
      }
    }
    // a paragraph after the bullets of requirements is no part of the last one
    if (open?.category === 'requirement' && line.gap && /^\p{Lu}/u.test(text) && entry.test(open.lines[0]?.text ?? ''))
      open = null
    if (inMoney) money.push({ line, index: i, path, role: 'money' })
    else if (open) {
      open.lines.push(line)
      labelled ||= labelOf(text) !== null
    } else prose.push({ line, index: i, path, role })
    i += 1
  }
  return { goals, blocks, prose, money, headings }
}

const groupOfAnnounced = (announced: Announcement): boolean =>
  announced.category === 'assignment' && announced.group !== null

const research = words('‹fou-oppdrag', 'iu')
const groupFromPath = (path: readonly Heading[]): AssignmentGroup | null =>
  path.some((heading) => research.test(heading.title)) ? 'fou' : null
