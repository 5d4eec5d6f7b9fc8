/** The one form of a code: full-width forms as plain ones, space trimmed and single. `００１２`, `0012 ` and `0012` are one. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()
