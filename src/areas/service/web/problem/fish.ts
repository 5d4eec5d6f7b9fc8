import type { Bones } from '../../problem/causes.rules.ts'

/** A bone as it is drawn: from its end down or up to its foot on the spine, with a twig for each cause. */
export interface Bone {
  readonly key: string
  readonly name: string
  readonly at: number
  readonly foot: number
  readonly end: number
  readonly causes: readonly { readonly key: string; readonly text: string; readonly x: number; readonly y: number }[]
}

export const height = 380
export const spine = height / 2

const room = 200
const reach = 150
const lean = 56

/** Bones in pairs, one above the spine and one below; the first stands nearest to the tail. Pure. */
export function fishOf(bones: Bones): { width: number; drawn: Bone[] } {
  const pairs = Math.max(Math.ceil(bones.length / 2), 1)
  const drawn = bones.map(({ category, causes }, i): Bone => {
    const up = i % 2 === 0
    const foot = 150 + lean + Math.floor(i / 2) * room
    const end = up ? spine - reach : spine + reach
    const step = reach / (causes.length + 1)
    return {
      key: `${i}`,
      name: category,
      at: foot - lean,
      foot,
      end,
      causes: causes.map((text, n) => {
        const share = (step * (n + 1)) / reach
        return {
          key: `${i}.${n}`,
          text,
          x: foot - lean + lean * share,
          y: up ? end + step * (n + 1) : end - step * (n + 1),
        }
      }),
    }
  })
  return { width: 150 + lean + pairs * room + 60, drawn }
}
