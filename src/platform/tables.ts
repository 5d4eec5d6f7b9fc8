import type { Generated } from 'kysely'

/** What every record's table has and only the engine touches. */
export interface Hidden {
  /** How many journal entries the record has, and the digest of the last one. */
  journalN: number
  journalHead: Buffer
}

export interface JournalTable {
  id: Generated<string>
  at: string
  record: string
  recordId: string
  n: number
  verb: string
  actor: string | null
  actorName: string
  via: string
  changes: Record<string, readonly [before: unknown, after: unknown]>
  prev: Buffer
  digest: Buffer
}

export interface CommentTable {
  id: string
  record: string
  recordId: string
  at: string
  by: string
  text: string
}

export interface LinkTable {
  id: string
  kind: string
  fromRecord: string
  fromId: string
  toRecord: string
  toId: string
  at: string
  by: string | null
}

export interface SignatureTable {
  id: string
  record: string
  recordId: string
  verb: string
  person: string
  at: string
  method: string
  shown: unknown
  digest: Buffer
}

/**
 * The tables typed SQL may name, in camelCase. The engine's own are here; each area adds its records' by
 * augmenting this interface: `interface Tables { incident: RowOf<typeof incident> & Hidden }`.
 */
export interface Tables {
  journal: JournalTable
  journalPending: { entry: string }
  journalSeal: {
    id: Generated<number>
    at: string
    entries: string
    count: number
    root: Buffer
    prev: Buffer
    digest: Buffer
  }
  comment: CommentTable
  link: LinkTable
  signature: SignatureTable
  numberCounter: { prefix: string; month: string; value: number }
  idempotency: { person: string; key: string; at: string; request: Buffer; record: string; recordId: string }
  account: {
    id: string
    person: string
    login: string
    passwordHash: string
    totpSecret: string | null
    totpStep: number | null
    disabledAt: string | null
    demo: boolean
    createdAt: string
  }
  session: {
    id: Buffer
    account: string
    createdAt: string
    seenAt: string
    expiresAt: string
    ip: string
    agent: string
  }
  apiToken: {
    id: string
    account: string
    name: string
    digest: Buffer
    createdAt: string
    expiresAt: string
    lastUsedAt: string | null
    revokedAt: string | null
  }
  signInFailure: { id: Generated<string>; at: string; login: string; ip: string }
  work: {
    id: string
    kind: string
    person: string
    state: Generated<'queued' | 'running' | 'done' | 'stopped' | 'failed'>
    done: Generated<number>
    total: number | null
    input: unknown
    result: unknown
    stopAsked: Generated<boolean>
    createdAt: string
    startedAt: string | null
    endedAt: string | null
  }
  setting: { key: string; value: unknown; updatedAt: string }
}
