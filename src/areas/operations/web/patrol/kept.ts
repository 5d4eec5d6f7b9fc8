import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Reading, Values } from '../../checkpoint/reading.settings.ts'

/** A round as a phone keeps it. */
export interface Round {
  readonly task: {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly titleEn: string | null
    readonly state: 'due' | 'to-sign' | 'done' | 'missed'
    readonly dueBy: string
    readonly closesAt: string
  }
  readonly instructions: string | null
  readonly checkpoints: readonly Point[]
  readonly visits: readonly Seen[]
}

export interface Point {
  readonly id: string
  readonly number: string
  readonly position: number
  readonly name: string
  readonly nameEn: string | null
  readonly place: string | null
  readonly instructions: string | null
  readonly readings: readonly Reading[]
  readonly photo: boolean
}

/** A visit as the server has it, whoever made it. */
export interface Seen {
  readonly key: string
  readonly checkpoint: string
  readonly values: Values
  readonly isOut: boolean
  readonly visitedAt: string
  readonly visitor: string
}

/** A visit of one's own: `waiting` until the server has it, `pictures` until it has the photos too. */
export interface Mine {
  readonly key: string
  readonly number: string
  /** Who made it: on a shared phone each sends their own. */
  readonly by: string
  readonly checkpoint: string
  readonly values: Values
  readonly note: string | null
  readonly how: 'scanned' | 'picked'
  readonly visitedAt: string
  readonly photos: readonly Blob[]
  readonly status: 'waiting' | 'pictures' | 'kept' | 'refused'
  /** The visit's id at the server. */
  readonly id: string | null
  readonly why: readonly [string, string] | null
}

interface Schema extends DBSchema {
  rounds: { key: string; value: Round & { number: string } }
  mine: { key: string; value: Mine; indexes: { number: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const database = () => {
  opened ??= openDB<Schema>('touchstone-patrol', 1, {
    upgrade(db) {
      db.createObjectStore('rounds', { keyPath: 'number' })
      db.createObjectStore('mine', { keyPath: 'key' }).createIndex('number', 'number')
    },
  })
  return opened
}

/** What this device keeps of a round: it outlives a reload, a cut network and a flat battery. */
export const kept = {
  round: async (number: string): Promise<Round | undefined> => (await database()).get('rounds', number),
  keepRound: async (number: string, round: Round) => (await database()).put('rounds', { ...round, number }),
  mine: async (number: string): Promise<Mine[]> => (await database()).getAllFromIndex('mine', 'number', number),
  keepMine: async (visit: Mine) => (await database()).put('mine', visit),
}
