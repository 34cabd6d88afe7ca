import type { Locale } from '../../platform/rules/locale.ts'
import { type Row, type Sheet, writeExcel } from '../../platform/server/documents/excel.ts'
import type { YearMoney } from '../rules/year-account.ts'
import { texts as en } from '../texts/appropriations.en.ts'
import { texts as nb } from '../texts/appropriations.nb.ts'
import { texts as nn } from '../texts/appropriations.nn.ts'
import { texts as exportsEn } from '../texts/exports.en.ts'
import { texts as exportsNb } from '../texts/exports.nb.ts'
import { texts as exportsNn } from '../texts/exports.nn.ts'

/** The screen's words, and those that only the workbook says. */
const words = { nb, nn, en }
const exportWords = { nb: exportsNb, nn: exportsNn, en: exportsEn }

const moneySheet = (money: YearMoney, locale: Locale): Sheet => {
  const t = words[locale]
  const own = exportWords[locale]
  const rows = money.chapters.flatMap((chapter): Row[] => {
    const sumOf = (letter: string) => chapter.sums.find((sum) => sum.letter === letter)
    const disagrees = chapter.sums.some((sum) => sum.agrees === false)
    return [
      ...chapter.items.map((item) => [
        chapter.chapter,
        item.item,
        item.name,
        item.keywords.join(', '),
        ...item.amounts,
        item.total,
        item.lastYear,
        item.change,
      ]),
      {
        strong: [
          chapter.chapter,
          null,
          chapter.name === null ? own.sum : `${own.sum}: ${chapter.name}`,
          null,
          ...money.letters.map(({ id }) => sumOf(id)?.computed ?? null),
          chapter.total,
          chapter.lastYear,
          chapter.change,
        ],
      },
      ...(disagrees
        ? [[chapter.chapter, null, own.stated, null, ...money.letters.map(({ id }) => sumOf(id)?.stated ?? null)]]
        : []),
    ]
  })
  const all = money.letters.map(({ id }) =>
    money.chapters.flatMap((c) => c.sums).reduce((sum, each) => sum + (each.letter === id ? each.computed : 0), 0),
  )
  const kroner = (title: string) => ({ title, kind: 'kroner', width: 18 }) as const
  return {
    name: `${t.titleEmpty} ${money.year}`,
    columns: [
      { title: own.chapter, kind: 'text', width: 10 },
      { title: t.item, kind: 'text', width: 8 },
      { title: own.name, kind: 'text', width: 52 },
      { title: own.keywords, kind: 'text', width: 22 },
      ...money.letters.map((letter) => kroner(letter.title)),
      kroner(t.sum),
      kroner(t.lastYear),
      kroner(t.change),
    ],
    rows: [...rows, { strong: [null, null, t.allChapters, null, ...all, money.total, money.lastYear, money.change] }],
  }
}

const partsSheet = (money: YearMoney, locale: Locale): Sheet => {
  const own = exportWords[locale]
  const titles = new Map(money.letters.map((letter) => [letter.id, letter.title]))
  const parts = [
    ...money.chapters.flatMap(({ chapter, items }) =>
      items.flatMap(({ item, parts: own }) => own.map((part) => ({ ...part, chapter, item }))),
    ),
    ...money.loose,
  ]
  return {
    name: own.parts,
    columns: [
      { title: own.chapter, kind: 'text', width: 10 },
      { title: words[locale].item, kind: 'text', width: 8 },
      { title: own.kind, kind: 'text', width: 12 },
      { title: own.name, kind: 'text', width: 60 },
      { title: own.amount, kind: 'kroner', width: 18 },
      { title: own.letter, kind: 'text', width: 36 },
    ],
    rows: parts.map((part) => [
      part.chapter,
      part.item,
      own[part.kind],
      part.name,
      part.amountNok,
      titles.get(part.letter) ?? '',
    ]),
  }
}

/** A year's money as a workbook: the table of the screen, and a sheet of what is bound or named inside the items. */
export const exportMoney = (money: YearMoney, locale: Locale): Promise<Buffer> =>
  writeExcel([moneySheet(money, locale), partsSheet(money, locale)])
