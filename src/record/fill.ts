/** Texts with places to be filled in: `{{number}}`. */
const braces = /\{\{\s*([^{}]*?)\s*\}\}/g

/** What a text names, each once. */
export const namedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(braces)].map(([, name]) => name ?? '')),
]

/** The text with its places filled in; one without a value stays empty, and lines that only held such are left out. */
export function filled(text: string, values: (name: string) => string): string {
  const lines = text.split('\n').flatMap((line) => {
    const full = line.replace(braces, (_, name: string) => values(name))
    return full.trim() === '' && line.trim() !== '' ? [] : [full]
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
