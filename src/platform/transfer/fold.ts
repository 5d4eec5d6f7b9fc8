/** Full-width forms as plain ones, space trimmed and single: `００１２`, `0012 ` and `0012` are one code. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()

/** The same for words that people write their own way: without any space, case, or the mark of a required column. */
export const foldWord = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^\*+|[*:]+$/g, '')
