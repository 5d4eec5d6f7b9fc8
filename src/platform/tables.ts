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
  /** As it reads now; the wordings before it are its versions. */
  text: string
  private: boolean
  mentions: string[]
  editedAt: string | null
  withdrawnAt: string | null
}

export interface CommentVersionTable {
  comment: string
  n: number
  at: string
  text: string
}

export interface AttachmentTable {
  id: string
  record: string
  recordId: string
  name: string
  mediaType: string
  size: number
  digest: string
  private: boolean
  at: string
  by: string | null
  verdict: 'unchecked' | 'checking' | 'clean' | 'infected'
  finding: string | null
  removedAt: string | null
  removedBy: string | null
}

export interface WatcherTable {
  record: string
  recordId: string
  person: string
  since: string
  why: 'self' | 'created' | 'assigned' | 'mentioned' | 'commented'
  stoppedAt: string | null
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
  /** Of a passkey: what the authenticator signed, for whoever checks it again. */
  evidence: unknown
}

export interface SessionTable {
  id: Buffer
  account: string
  way:
    | 'password'
    | 'password+code'
    | 'password+passkey'
    | 'passkey'
    | 'directory'
    | 'directory+code'
    | 'directory+passkey'
    | 'firm'
  createdAt: string
  seenAt: string
  expiresAt: string
  ip: string
  agent: string
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
  commentVersion: CommentVersionTable
  attachment: AttachmentTable
  watcher: WatcherTable
  link: LinkTable
  signature: SignatureTable
  numberCounter: { prefix: string; month: string; value: number }
  idempotency: { person: string; key: string; at: string; request: Buffer; record: string; recordId: string }
  account: {
    id: string
    person: string
    login: string
    /** Null for whoever comes in by the firm's directory or account only. */
    passwordHash: string | null
    totpSecret: string | null
    totpStep: number | null
    disabledAt: string | null
    demo: boolean
    createdAt: string
  }
  session: SessionTable
  apiToken: {
    id: string
    account: string
    name: string
    digest: Buffer
    scope: string[]
    createdAt: string
    expiresAt: string
    lastUsedAt: string | null
    revokedAt: string | null
  }
  signInFailure: { id: Generated<string>; at: string; login: string; ip: string }
  signInStep: { id: Buffer; kind: string; account: string | null; content: unknown; expiresAt: string }
  identity: { provider: string; subject: string; account: string; createdAt: string; lastUsedAt: string | null }
  passkey: {
    id: string
    account: string
    credential: string
    publicKey: Buffer
    counter: number
    transports: string[]
    name: string
    createdAt: string
    lastUsedAt: string | null
  }
  recoveryCode: { account: string; digest: Buffer; usedAt: string | null }
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
    /** The copy of the server that has it in hand, or had. */
    copy: number | null
    createdAt: string
    startedAt: string | null
    endedAt: string | null
  }
  removal: { id: Generated<string>; kind: string; at: string; until: string; rows: number }
  setting: { key: string; value: unknown; updatedAt: string }
}
