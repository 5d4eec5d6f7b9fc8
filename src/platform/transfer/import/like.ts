import { fold } from '../../../record/fold.ts'

/** How alike two names are, from 0 to 1: the share that they have in common of their letters, and of pairs of them (Dice). */
export function likeness(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return 1
  return (shared(a, b, 1) + shared(a, b, 2)) / 2
}

function shared(a: string, b: string, length: number): number {
  const [x, y] = [pieces(a, length), pieces(b, length)]
  const all = Math.max(0, a.length - length + 1) + Math.max(0, b.length - length + 1)
  const both = [...x].reduce((sum, [piece, count]) => sum + Math.min(count, y.get(piece) ?? 0), 0)
  return all === 0 ? 0 : (2 * both) / all
}

/** Case, space and signs apart. */
const plain = (text: string): string =>
  fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

function pieces(text: string, length: number): Map<string, number> {
  const found = new Map<string, number>()
  for (let i = 0; i + length <= text.length; i++) {
    const piece = text.slice(i, i + length)
    found.set(piece, (found.get(piece) ?? 0) + 1)
  }
  return found
}
