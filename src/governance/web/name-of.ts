/** Code and title: by what a commitment is known. A title that begins with the code does not say it twice. */
export const nameOf = (row: { readonly code: string | null; readonly title: string }): string =>
  row.code === null || row.title.startsWith(row.code) ? row.title : `${row.code} ${row.title}`
