/**
 * Whether every word of what is sought begins a word of the text; from three letters on it may also stand inside one,
 * so that `logg` finds `Innsynslogg`.
 */
export const holdsWords = (text: string, sought: string): boolean => {
  const lower = text.toLowerCase()
  const words = lower.split(/[\s,/–-]+/)
  return sought
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((one) => words.some((word) => word.startsWith(one)) || (one.length > 2 && lower.includes(one)))
}
