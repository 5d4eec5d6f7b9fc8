import type { AnyRecord, RowOf } from '../../../record/record.ts'
import type { Registry } from '../../../record/registry.ts'
import type { incomingMail } from './incoming-mail.record.ts'

export type Reason = NonNullable<RowOf<typeof incomingMail>['why']>

/** What is known of a mail when it is decided what becomes of it. */
export interface Facts {
  /** A machine wrote it, and by what that is known. */
  readonly automatic: Reason | null
  readonly sender: 'person' | 'outsider' | 'nobody'
  /** Does the firm's mail server vouch for the sender, where it is asked? */
  readonly authentic: boolean
  /** The same mail was taken before. */
  readonly duplicate: boolean
  /** How many of this sender's made a record just now. */
  readonly lately: number
  /** What it is about: it answers a mail of ours, or names a number. */
  readonly about: 'reply' | 'number' | null
  /** May outsiders make records here? */
  readonly outsiders: boolean
  /** Somebody looked at it and lets it through. */
  readonly released: boolean
}

export interface Decision {
  readonly do: 'make' | 'post' | 'put-aside' | 'ignore'
  readonly why: Reason
}

/** More in ten minutes, and somebody's program runs wild. */
export const mostLately = 30
export const lately = 10 * 60_000

/** What becomes of a mail. */
export function decide(facts: Facts): Decision {
  const { automatic, sender, about, released } = facts
  if (automatic !== null) return { do: 'ignore', why: automatic }
  if (!released) {
    if (facts.duplicate) return { do: 'ignore', why: 'duplicate' }
    if (sender === 'nobody') return { do: 'put-aside', why: 'no-sender' }
    if (!facts.authentic) return { do: 'put-aside', why: 'unauthentic' }
    if (facts.lately >= mostLately) return { do: 'put-aside', why: 'too-many' }
    if (sender === 'outsider' && about !== null) return { do: 'put-aside', why: 'outsider-reply' }
    if (sender === 'outsider' && !facts.outsiders) return { do: 'put-aside', why: 'outsider' }
  }
  return about === null ? { do: 'make', why: 'new' } : { do: 'post', why: about }
}

export interface Named {
  readonly record: AnyRecord
  readonly number: string
}

/** The numbers of records in brackets in a subject (`[INC-202611-0001] ok`): in the open they may only be spoken of. */
export function numbersIn(subject: string, registry: Registry): Named[] {
  return [...subject.matchAll(/[[【［]\s*([a-z]{2,5})-(\d{6}-\d{4,12})\s*[\]】］]/gi)]
    .slice(0, 5)
    .flatMap(([, prefix, rest]) => {
      const entry = registry.all.find(({ record }) => record.number === prefix?.toUpperCase())
      return entry && !entry.record.appendOnly
        ? [{ record: entry.record, number: `${entry.record.number}-${rest}` }]
        : []
    })
}

/** A text as a field of the record takes it: in one line where it has but one, and no longer than it may be. */
export function fitted(record: AnyRecord, name: string, text: string): string | null {
  const { kind, max = 200, optional } = record.fields[name]
  const whole = kind === 'text' ? text.replace(/\s+/g, ' ').trim() : text.trim()
  if (whole === '') return optional ? null : '—'
  return clipped(whole, max)
}

export const clipped = (text: string, most: number): string =>
  text.length > most
    ? `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : text
