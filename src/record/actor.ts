import type { Grant } from './grant.ts'
import type { Lang } from './words.ts'

/** A person at work, as access rules see them. Every list holds what is in force now. */
export interface PersonActor {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly team: string | null
  readonly department: string | null
  readonly posts: readonly string[]
  /** Their department and all below it. */
  readonly departments: readonly string[]
  /** What their roles give beside what declarations say. */
  readonly grants: readonly Grant[]
  /** The date in the firm's zone. */
  readonly today: string
  readonly lang: Lang
  /** How they came in: part of every journal entry. */
  readonly via: string
}

/** Work nobody's hand did: it has a name, skips `allow` (never states or guards) and is journalled under that name. */
export interface SystemActor {
  readonly kind: 'system'
  readonly name: string
  readonly via: string
}

export type Actor = PersonActor | SystemActor

export const asSystem = (name: string): SystemActor => ({ kind: 'system', name, via: 'system' })

export const personId = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null)

export const actorName = (actor: Actor): string => actor.name
