import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** A stocktake as a phone keeps it. */
export interface Take {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly mode: 'guided' | 'blind'
  readonly dueOn: string | null
  readonly expected: number
  readonly places: readonly Place[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

export interface Place {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
}

/** What is expected, of a guided stocktake. */
export interface Line {
  readonly asset: string
  readonly number: string
  readonly tag: string
  readonly name: string
  readonly place: string | null
  readonly holder: string | null
  readonly counted: boolean
}

/** A count as others made it. */
export interface Seen {
  readonly key: string
  readonly tag: string
  readonly place: string | null
  readonly counter: string
  readonly countedAt: string
}

/** A count of one's own: `waiting` until the server has it; `late` and `refused` are kept and shown. */
export interface Mine {
  readonly key: string
  readonly number: string
  /** Who made it: on a shared phone each sends their own. */
  readonly by: string
  readonly tag: string
  readonly place: string | null
  readonly holder: string | null
  readonly note: string | null
  readonly countedAt: string
  readonly status: 'waiting' | 'kept' | 'late' | 'refused'
  readonly name: string | null
  readonly result: string | null
  readonly why: readonly [string, string] | null
  readonly others: readonly { readonly counter: string; readonly place: string | null; readonly countedAt: string }[]
}

interface Schema extends DBSchema {
  takes: { key: string; value: Take }
  lines: { key: [string, string]; value: Line & { take: string }; indexes: { take: string } }
  seen: { key: string; value: Seen & { take: string }; indexes: { take: string } }
  mine: { key: string; value: Mine; indexes: { number: string } }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const database = () => {
  opened ??= openDB<Schema>('touchstone-count', 1, {
    upgrade(db) {
      db.createObjectStore('takes', { keyPath: 'number' })
      db.createObjectStore('lines', { keyPath: ['take', 'asset'] }).createIndex('take', 'take')
      db.createObjectStore('seen', { keyPath: 'key' }).createIndex('take', 'take')
      db.createObjectStore('mine', { keyPath: 'key' }).createIndex('number', 'number')
    },
  })
  return opened
}

/** What this device keeps of a stocktake: it outlives a reload, a cut network and a flat battery. */
export const kept = {
  take: async (number: string) => (await database()).get('takes', number),
  keepTake: async (take: Take) => (await database()).put('takes', take),
  lines: async (number: string): Promise<Line[]> => (await database()).getAllFromIndex('lines', 'take', number),
  seen: async (number: string): Promise<Seen[]> => (await database()).getAllFromIndex('seen', 'take', number),
  mine: async (number: string): Promise<Mine[]> => (await database()).getAllFromIndex('mine', 'number', number),

  async keepLines(take: string, lines: readonly Line[]) {
    const tx = (await database()).transaction('lines', 'readwrite')
    for (const line of lines) void tx.store.put({ ...line, take })
    await tx.done
  },
  async keepSeen(take: string, seen: readonly Seen[]) {
    const tx = (await database()).transaction('seen', 'readwrite')
    for (const one of seen) void tx.store.put({ ...one, take })
    await tx.done
  },
  async keepMine(counts: readonly Mine[]) {
    const tx = (await database()).transaction('mine', 'readwrite')
    for (const one of counts) void tx.store.put(one)
    await tx.done
  },
}
