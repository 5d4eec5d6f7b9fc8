// What a spreadsheet would run: `=cmd|' /C calc'!A0`, also after full-width signs, which some turn into plain ones.
const dangerous = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/**
 * Text for a CSV file, so that a spreadsheet shows it and does not run it: what looks like a formula gets an apostrophe
 * before it, and so does what already looks guarded, so that taking the guard off always gives back what was there.
 */
export const guardFormula = (text: string): string => (dangerous.test(text) ? `'${text}` : text)

/** Takes the guard off again. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text

/** Text for an XLSX file, where text cells are never run: only what looks guarded is guarded, so that it comes back. */
export const keepApostrophe = (text: string): string => (text.startsWith("'") ? guardFormula(text) : text)
