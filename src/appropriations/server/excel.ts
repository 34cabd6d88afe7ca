import { type Row, type Sheet, writeExcel } from '../../platform/server/documents/excel.ts'
import type { YearMoney } from '../rules/year-account.ts'

type Locale = 'nb' | 'nn' | 'en'

const words = {
  nb: {
    sheet: 'Penger',
    parts: 'Bindinger og mottakere',
    chapter: 'Kapittel',
    item: 'Post',
    name: 'Navn',
    keywords: 'Stikkord',
    total: 'Sum',
    lastYear: 'I fjor',
    change: 'Endring',
    sum: 'Sum kapittel',
    stated: 'Brevet oppgir',
    all: 'Sum alle kapitler',
    kind: 'Type',
    binding: 'Binding',
    recipient: 'Mottaker',
    amount: 'Beløp',
    letter: 'Brev',
  },
  nn: {
    sheet: 'Pengar',
    parts: 'Bindingar og mottakarar',
    chapter: 'Kapittel',
    item: 'Post',
    name: 'Namn',
    keywords: 'Stikkord',
    total: 'Sum',
    lastYear: 'I fjor',
    change: 'Endring',
    sum: 'Sum kapittel',
    stated: 'Brevet oppgjev',
    all: 'Sum alle kapittel',
    kind: 'Type',
    binding: 'Binding',
    recipient: 'Mottakar',
    amount: 'Beløp',
    letter: 'Brev',
  },
  en: {
    sheet: 'Money',
    parts: 'Bindings and recipients',
    chapter: 'Chapter',
    item: 'Item',
    name: 'Name',
    keywords: 'Keywords',
    total: 'Sum',
    lastYear: 'Last year',
    change: 'Change',
    sum: 'Sum of chapter',
    stated: 'The letter states',
    all: 'Sum of all chapters',
    kind: 'Kind',
    binding: 'Binding',
    recipient: 'Recipient',
    amount: 'Amount',
    letter: 'Letter',
  },
} as const

const moneySheet = (money: YearMoney, locale: Locale): Sheet => {
  const w = words[locale]
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
          chapter.name === null ? w.sum : `${w.sum}: ${chapter.name}`,
          null,
          ...money.letters.map(({ id }) => sumOf(id)?.computed ?? null),
          chapter.total,
          chapter.lastYear,
          chapter.change,
        ],
      },
      ...(disagrees
        ? [[chapter.chapter, null, w.stated, null, ...money.letters.map(({ id }) => sumOf(id)?.stated ?? null)]]
        : []),
    ]
  })
  const all = money.letters.map(({ id }) =>
    money.chapters.flatMap((c) => c.sums).reduce((sum, each) => sum + (each.letter === id ? each.computed : 0), 0),
  )
  const kroner = (title: string) => ({ title, kind: 'kroner', width: 18 }) as const
  return {
    name: `${w.sheet} ${money.year}`,
    columns: [
      { title: w.chapter, kind: 'text', width: 10 },
      { title: w.item, kind: 'text', width: 8 },
      { title: w.name, kind: 'text', width: 52 },
      { title: w.keywords, kind: 'text', width: 22 },
      ...money.letters.map((letter) => kroner(letter.title)),
      kroner(w.total),
      kroner(w.lastYear),
      kroner(w.change),
    ],
    rows: [...rows, { strong: [null, null, w.all, null, ...all, money.total, money.lastYear, money.change] }],
  }
}

const partsSheet = (money: YearMoney, locale: Locale): Sheet => {
  const w = words[locale]
  const titles = new Map(money.letters.map((letter) => [letter.id, letter.title]))
  const parts = [
    ...money.chapters.flatMap(({ chapter, items }) =>
      items.flatMap(({ item, parts: own }) => own.map((part) => ({ ...part, chapter, item }))),
    ),
    ...money.loose,
  ]
  return {
    name: w.parts,
    columns: [
      { title: w.chapter, kind: 'text', width: 10 },
      { title: w.item, kind: 'text', width: 8 },
      { title: w.kind, kind: 'text', width: 12 },
      { title: w.name, kind: 'text', width: 60 },
      { title: w.amount, kind: 'kroner', width: 18 },
      { title: w.letter, kind: 'text', width: 36 },
    ],
    rows: parts.map((part) => [
      part.chapter,
      part.item,
      w[part.kind],
      part.name,
      part.amountNok,
      titles.get(part.letter) ?? '',
    ]),
  }
}

/** A year's money as a workbook: the table of the screen, and a sheet of what is bound or named inside the items. */
export const moneyWorkbook = (money: YearMoney, locale: Locale): Promise<Buffer> =>
  writeExcel([moneySheet(money, locale), partsSheet(money, locale)])
