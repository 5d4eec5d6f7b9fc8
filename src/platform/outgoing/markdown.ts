/**
 * Somebody's words inside the markdown of chat robots. They know no backslash, so what would be markup, a link or a mention
 * (`<@…>`, `<font>`) is shown by its full-width likeness.
 */
export const plainly = (text: string): string =>
  text
    .replace(/[<[*`]/g, (sign) => wide[sign] ?? sign)
    .replace(/^([ \t]*)([#>])/gm, (_, indent: string, sign: string) => indent + wide[sign])

const wide: Readonly<Record<string, string>> = { '<': '＜', '[': '［', '*': '＊', '`': '｀', '#': '＃', '>': '＞' }

/** A link that nothing in its address can end before its time. */
export const markdownLink = (label: string, link: string): string =>
  `[${label}](${link.replace(/[\s()<>]/g, (sign) => escapes[sign] ?? '%20')})`

const escapes: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '<': '%3C', '>': '%3E' }
