/**
 * How a code may stand in a letter when a person writes it so, in small letters, as written first: an assignment's
 * `202603` and `2026 03` are `2026-03`, a parameter's `sp1` is `sp 1`.
 */
export const codeForms = (text: string): string[] => {
  const written = text.trim().toLowerCase()
  const [, year, number] = /^([12]\d{3})[\s-]*(\d{2})$/.exec(written) ?? []
  const [, letters, count] = /^([a-zæøå]{1,3})[\s-]*(\d{1,3})$/.exec(written) ?? []
  const usual = year !== undefined ? `${year}-${number}` : letters !== undefined ? `${letters} ${count}` : written
  return [...new Set([written, usual])]
}
