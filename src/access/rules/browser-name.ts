/** What a `User-Agent` header tells a person: the browser and the machine; null for what we do not recognise. */
export interface BrowserName {
  readonly browser: string | null
  readonly machine: string | null
}

// The order matters: nearly every browser also names the ones that it wants to be taken for.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const machines: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

const first = (text: string, known: readonly (readonly [RegExp, string])[]): string | null =>
  known.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Reads a `User-Agent` header as far as is needed to recognise one's own login in a list. */
export const browserName = (userAgent: string): BrowserName => ({
  browser: first(userAgent, browsers),
  machine: first(userAgent, machines),
})
