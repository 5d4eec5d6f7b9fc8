import type { Words } from './words.ts'

/** One thing wrong with an input: where (`steps.3.deadline`), a stable code, and a sentence in both languages. */
export interface Fault {
  readonly path: string
  readonly code: string
  readonly text: Words
}

/** Every code a refusal may carry, with its HTTP status: the closed list that clients may rely on. */
export const refusalStatus = {
  'bad-json': 400,
  'bad-cursor': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-signature': 403,
  'cross-origin': 403,
  'not-allowed': 403,
  'not-found': 404,
  'unknown-verb': 404,
  'method-not-allowed': 405,
  stale: 409,
  'wrong-state': 409,
  duplicate: 409,
  'same-person': 409,
  'waiting-approval': 409,
  conflict: 409,
  'too-large': 413,
  'wrong-content-type': 415,
  invalid: 422,
  guarded: 422,
  'too-many-tries': 429,
  'too-many-requests': 429,
  unavailable: 503,
} as const

export type RefusalCode = keyof typeof refusalStatus

/**
 * An expected refusal: thrown anywhere below the HTTP layer, answered as RFC 9457 problem details.
 * Anything else that is thrown is a bug and is answered 500 without its text.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly text: Words
  readonly faults: readonly Fault[]
  /** Further members of the problem details, for example the holder of a duplicate value. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    text: Words,
    faults: readonly Fault[] = [],
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(text[1])
    this.name = 'Refusal'
    this.code = code
    this.text = text
    this.faults = faults
    this.more = more
  }

  get status(): number {
    return refusalStatus[this.code]
  }
}

/** All the faults of an input, as one refusal. */
export const invalid = (faults: readonly Fault[]): Refusal =>
  new Refusal('invalid', ['提交的内容有误,未作任何更改。', 'The input has faults; nothing was changed.'], faults)

export const notFound = (): Refusal => new Refusal('not-found', ['没有这条记录。', 'There is no such record.'])

export const noSuchVerb = (verb: string): Refusal =>
  new Refusal('unknown-verb', [`没有「${verb}」这个动作。`, `There is no verb ${verb}.`])

/** Why a schema refuses what no format says, for zod's `refine`: in both languages, and at which part of the value. */
export const wrong = (zh: string, en: string, path: PropertyKey[] = []) => ({
  error: en,
  path,
  params: { words: [zh, en] satisfies Words },
})

export const fault = (path: string, code: string, zh: string, en: string): Fault => ({ path, code, text: [zh, en] })
