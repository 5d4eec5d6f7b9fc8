import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { PersonActor } from '../record/actor.ts'
import type { AnyRecord, AnyRow } from '../record/record.ts'
import type { Rule } from '../record/rule.ts'
import type { Setting } from '../record/setting.ts'
import type { Lang } from '../record/words.ts'
import type { Behaviour } from './behaviour.ts'
import type { Engine } from './engine.ts'
import type { Follow } from './follow.ts'
import type { Look } from './health/health.ts'
import type { Retention } from './retention/retention.ts'
import type { Tables } from './tables.ts'
import type { Work } from './work/work.ts'

/** A read of one's own: `GET {path}`, for a special screen. It reads through `db` and must narrow to what `person` may read. */
export interface Query {
  readonly path: `/api/${string}`
  readonly allow: Rule
  readonly summary: string
  readonly input: z.ZodObject
  readonly output: z.ZodType
  run(at: Reading, input: never): Promise<unknown>
}

export const query = <I extends z.ZodObject, O extends z.ZodType>(
  spec: Omit<Query, 'input' | 'output' | 'run'> & {
    input: I
    output: O
    run(at: Reading, input: z.output<I>): Promise<z.input<O>>
  },
): Query => spec as unknown as Query

/** A read that stands beside every record it is for: `GET /api/{plural}/{id}/{name}`, through the reader's filter. */
export interface Beside {
  readonly name: string
  of(record: AnyRecord): boolean
  readonly summary: string
  readonly output: z.ZodType
  run(at: Reading, record: AnyRecord, row: AnyRow): Promise<unknown>
}

/** Who reads, and when. */
export interface Reading {
  readonly db: Kysely<Tables>
  readonly person: PersonActor
  readonly now: string
  readonly engine: Engine
}

export const beside = <O extends z.ZodType>(
  spec: Omit<Beside, 'output' | 'run'> & {
    output: O
    run(at: Reading, record: AnyRecord, row: AnyRow): Promise<z.input<O>>
  },
): Beside => spec as unknown as Beside

/** A write of one's own that starts from no single record: `POST {path}`. */
export interface Command {
  readonly path: `/api/${string}`
  readonly allow: Rule
  readonly summary: string
  /** The record whose scope a token needs for it; without one, a token that may write anything. */
  readonly about?: string
  /** The most that may be sent, bytes, where that is more than usual. */
  readonly bodyLimit?: number
  readonly input: z.ZodObject
  readonly output: z.ZodType
  run(tx: import('./tx.ts').Tx, input: never): Promise<unknown>
}

export const command = <I extends z.ZodObject, O extends z.ZodType>(
  spec: Omit<Command, 'input' | 'output' | 'run'> & {
    input: I
    output: O
    run(tx: import('./tx.ts').Tx, input: z.output<I>): Promise<z.input<O>>
  },
): Command => spec as unknown as Command

/** A file of one's own: `GET {path}`. Like a query it narrows to what `person` may read; what it refuses, it refuses whole. */
export interface Download {
  readonly path: `/api/${string}`
  readonly allow: Rule
  readonly summary: string
  /** The media type. */
  readonly type: string
  readonly input: z.ZodObject
  run(at: Asking, input: never): Promise<{ readonly name: string; readonly bytes: Buffer }>
}

/** Who asks for a file, in which language, and under which address the server was asked. */
export interface Asking extends Reading {
  readonly lang: Lang
  readonly origin: string
}

export const download = <I extends z.ZodObject>(
  spec: Omit<Download, 'input' | 'run'> & {
    input: I
    run(at: Asking, input: z.output<I>): ReturnType<Download['run']>
  },
): Download => spec as unknown as Download

/** A text that an area serves to whoever asks, signed in or not, at an address outside the API: a script to fetch and run. */
export interface Text {
  readonly path: `/${string}`
  readonly type: string
  readonly summary: string
  /** The text, with the address under which the server was asked: `https://touchstone.firm.example`. */
  text(origin: string): Promise<string>
}

/**
 * Where programs hand something in that sign in by no account: `POST {path}` with a bearer token, or `POST {path}/{token}` for
 * those that can set no header. Whose token it is is for `take` to say; it refuses `not-signed-in` for what it does not know.
 */
export interface Intake {
  readonly path: `/api/${string}`
  readonly summary: string
  /** The most that may be sent, bytes, where that is more than usual. */
  readonly bodyLimit?: number
  readonly output: z.ZodType
  /** The bytes are as they came, whatever type they are said to be: what cannot be read was sent all the same. */
  take(engine: Engine, token: string | null, bytes: Buffer): Promise<unknown>
}

/**
 * A text for programs that sign in by no account and can set no header (a calendar that is subscribed to): `GET {path}/{token}`.
 * Whose token it is is for `read` to say; it refuses `not-found` for what it does not know.
 */
export interface Feed {
  readonly path: `/api/${string}`
  readonly type: string
  readonly summary: string
  read(engine: Engine, token: string): Promise<string>
  /** It may be followed: server-sent events at `{path}/{token}/live` say when to read it again. */
  readonly live?: {
    /** Names of records: a change of any of them is told. */
    readonly watches: readonly string[]
    /** Is the token still good? Asked again and again while somebody follows. */
    holds(engine: Engine, token: string): Promise<boolean>
  }
}

/** A job's work. It may be run again after a crash, so it looks before it acts. */
export type Task = (engine: Engine, payload: never) => Promise<void>

/** Work that lives as long as the server does (probes, watchers); `stop` waits until nothing is in flight. */
export type Service = (engine: Engine) => Promise<{ stop(): Promise<void> }>

/** What an area, or a part of one, adds to the server. */
export interface AreaPart {
  readonly behaviours?: readonly Behaviour[]
  readonly queries?: readonly Query[]
  readonly besides?: readonly Beside[]
  readonly commands?: readonly Command[]
  readonly downloads?: readonly Download[]
  readonly texts?: readonly Text[]
  readonly intakes?: readonly Intake[]
  readonly feeds?: readonly Feed[]
  readonly tasks?: Readonly<Record<string, Task>>
  /** Crontab lines of graphile-worker for its tasks, in UTC. */
  readonly crontab?: readonly string[]
  readonly services?: readonly Service[]
  readonly follows?: readonly Follow[]
  /** What a firm may set of it. */
  readonly settings?: readonly Setting[]
  /** What of it tells how the house stands, by code. */
  readonly looks?: Readonly<Record<string, Look>>
  /** What of it grows, and how long that is kept. */
  readonly retentions?: readonly Retention[]
  /** Kinds of long work. */
  readonly works?: readonly Work[]
}

/** The server side of one area, as the composition root takes it. */
export interface AreaServer extends AreaPart {
  readonly code: string
}
