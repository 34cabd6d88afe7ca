import { en } from './texts/en.ts'
import { type CliTexts, nb, type TextKey } from './texts/nb.ts'
import { nn } from './texts/nn.ts'

/** Languages of the command line. */
export const languages = ['nb', 'nn', 'en'] as const

/** One of {@link languages}. */
export type Language = (typeof languages)[number]

const texts: Readonly<Record<Language, CliTexts>> = { nb, nn, en }

/** The values of a text's `{name}`s. */
export type Values = Readonly<Record<string, string | number>>

const width = 24

/** What a command says, and where: answers on stdout, the rest on stderr; with --json nothing but JSON on stdout. */
export class Terminal {
  readonly language: Language
  readonly json: boolean
  #bar = false

  constructor(language: Language, json: boolean) {
    this.language = language
    this.json = json
  }

  /** A text in the chosen language. */
  text(key: TextKey, values: Values = {}): string {
    return texts[this.language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  }

  /** An answer for people. Silent with --json. */
  print(line: string): void {
    if (!this.json) console.log(line)
  }

  /** The answer for machines, when --json was given. */
  answer(value: unknown): void {
    if (this.json) console.log(JSON.stringify(value))
  }

  /** What is going on. Silent with --json. */
  step(line: string): void {
    if (this.json) return
    this.#clearBar()
    console.error(line)
  }

  /** Something is wrong. Always said, on stderr. */
  complain(line: string): void {
    this.#clearBar()
    console.error(line)
  }

  /** How far the work has come: a bar on a terminal, a line a step elsewhere, nothing with --json. */
  progress(line: string, done: number, of: number): void {
    if (this.json) return
    if (!process.stderr.isTTY) {
      console.error(`${done}/${of} ${line}`)
      return
    }
    const share = of === 0 ? 1 : done / of
    const full = Math.round(share * width)
    const bar = `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${String(Math.round(share * 100)).padStart(3)} % ${line}`
    process.stderr.write(`\r\u001b[2K${bar.slice(0, (process.stderr.columns ?? 80) - 1)}`)
    this.#bar = true
  }

  #clearBar(): void {
    if (this.#bar) process.stderr.write('\r\u001b[2K')
    this.#bar = false
  }
}
