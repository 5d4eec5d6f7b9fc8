/** The part of an address after `?`, as plain strings: the same pairs that the API takes, so both can be read aloud. */
export const readSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search))

/** Writes it back; undefined leaves a pair out, an empty string stays (`assignee=`: those with none). */
export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null)
  if (given.length === 0) return ''
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()
  // Commas, colons and slashes are allowed in a query and read better as themselves.
  return `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')}`
}

/** An address inside this app, or home: a redirect never leaves it. */
export const innerAddress = (wanted: string | undefined): string =>
  wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/'
