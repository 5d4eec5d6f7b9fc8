/** A stretch of text that stayed, went or came. */
export interface Piece {
  readonly text: string
  readonly kind: 'same' | 'gone' | 'new'
}

/** More pairs of words than this are not compared: the whole middle counts as replaced. */
const mostPairs = 1_000_000

/** How one text became another, word by word; of Chinese, character by character. */
export function differenceOf(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const same = (words: readonly string[]) => words.map((text): Piece => ({ text, kind: 'same' }))
  return merged([
    ...same(a.slice(0, start)),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ])
}

const wordsOf = (text: string): string[] => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|./gsu) ?? []

/** By the longest run of words that both have in common. */
function between(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > mostPairs) return [...gone(a), ...came(b)]
  // common[i][j]: how many words a from i and b from j have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = common[i] as Uint16Array
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pieces.push({ text: a[i++] as string, kind: 'same' })
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) pieces.push(...gone([a[i++] as string]))
    else pieces.push(...came([b[j++] as string]))
  }
  return [...pieces, ...gone(a.slice(i)), ...came(b.slice(j))]
}

const gone = (words: readonly string[]) => words.map((text): Piece => ({ text, kind: 'gone' }))
const came = (words: readonly string[]) => words.map((text): Piece => ({ text, kind: 'new' }))

function merged(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    if (last?.kind === piece.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + piece.text }
    else runs.push(piece)
  }
  return runs
}
