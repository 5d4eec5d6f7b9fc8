import type { Words } from '../../../record/words.ts'

export const standings = ['matched', 'orphan', 'ghost', 'too-much'] as const
export type Standing = (typeof standings)[number]

/** Why an account should not be there. */
export const ghostReasons = ['left', 'no-grant'] as const

export interface Judged {
  readonly standing: Standing
  readonly ghostOf: (typeof ghostReasons)[number] | null
  /** Codes of rights that no live grant covers. */
  readonly beyond: readonly string[]
}

interface Held {
  /** Whose it is; null: nobody's. */
  readonly person: { readonly here: boolean } | null
  /** As found. */
  readonly rights: readonly string[]
  /** Codes of the rights that live grants give that person in this system. */
  readonly granted: readonly string[]
}

/** How an account stands to people and grants (账号状态): nobody's, of somebody who should have none, or more than was granted. */
export function standingOf({ person, rights, granted }: Held): Judged {
  const beyond = rights.filter((code) => !granted.includes(code))
  if (person === null) return { standing: 'orphan', ghostOf: null, beyond }
  if (!person.here) return { standing: 'ghost', ghostOf: 'left', beyond: [...rights] }
  if (granted.length === 0) return { standing: 'ghost', ghostOf: 'no-grant', beyond }
  return { standing: beyond.length > 0 ? 'too-much' : 'matched', ghostOf: null, beyond }
}

/** In the order in which one looks at them: what is wrong first. */
export const standingWords: Readonly<Record<Standing, Words>> = {
  orphan: ['无主', 'Nobody’s'],
  ghost: ['幽灵', 'Ghost'],
  'too-much': ['越权', 'Beyond grants'],
  matched: ['相符', 'Matched'],
}
