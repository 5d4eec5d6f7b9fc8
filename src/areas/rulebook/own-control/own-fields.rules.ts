import type { Entry } from '../../../record/registry.ts'
import type { Moment, Relation, Verdict } from '../control/control.rules.ts'
import { actorsDiffer, filled, freshWithin } from '../control/templates.rules.ts'
import { daysBetween } from '../control/time.rules.ts'
import type { Judges } from './declaration.rules.ts'
import { fieldWords } from './offers.rules.ts'

export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly number: string
  readonly state: string
}
export type About = Moment & Readonly<Record<string, unknown>>

/** What a template makes of its blanks: what it reads, and how it judges. */
export interface Made {
  readonly fields: readonly string[]
  readonly with?: Readonly<Record<string, Relation>>
  judge(subject: Row, about: About): Verdict
}

export const textOf = (row: Row, name: string): string | null => (row[name] as string | null | undefined) ?? null

/** An instant as it is, a date as its first instant where the firm is. */
export const instantOf = (text: string | null, { dawn }: Moment): string | null =>
  text !== null && text.length === 10 ? dawn(text) : text

/** Fresh within: a date or an instant of the subject. */
export function fresh({ field, days }: Extract<Judges, { is: 'fresh' }>, entry: Entry): Made {
  const [zh, en] = fieldWords(entry, field)
  return {
    fields: [field],
    judge(subject, about) {
      const last = instantOf(textOf(subject, field), about)
      const verdict = freshWithin(last, { now: about.now, days, what: [zh, en] })
      if (last === null) return { ...verdict, text: [`「${zh}」为空。`, `“${en}” is empty.`] }
      const age = daysBetween(last, about.now)
      const isLater = last > about.now
      return {
        ...verdict,
        text:
          verdict.is === 'ok'
            ? isLater
              ? [`「${zh}」尚未到。`, `“${en}” is still to come.`]
              : [`「${zh}」在 ${age} 天前,期限 ${days} 天。`, `“${en}” is ${age} days ago; ${days} are allowed.`]
            : [
                `「${zh}」已过 ${age} 天,期限 ${days} 天。`,
                `“${en}” is ${age} days ago, and only ${days} are allowed.`,
              ],
      }
    },
  }
}

/** Actors differ: two links to people. */
export function differ({ one, other }: Extract<Judges, { is: 'differ' }>, entry: Entry): Made {
  const [first, second] = [fieldWords(entry, one), fieldWords(entry, other)]
  return {
    fields: [one, other],
    judge(subject) {
      const [a, b] = [textOf(subject, one), textOf(subject, other)]
      const verdict = actorsDiffer(a, b, { first, second })
      if (a === null || b === null) {
        const [zh, en] = a === null ? first : second
        return { ...verdict, text: [`「${zh}」为空。`, `“${en}” is empty.`] }
      }
      return {
        ...verdict,
        text:
          a === b
            ? [`「${first[0]}」与「${second[0]}」是同一人。`, `“${first[1]}” and “${second[1]}” are the same person.`]
            : [`「${first[0]}」与「${second[0]}」不是同一人。`, `“${first[1]}” and “${second[1]}” are two people.`],
      }
    },
  }
}

/** Fields filled. */
export const filledIn = ({ fields }: Extract<Judges, { is: 'filled' }>, entry: Entry): Made => ({
  fields,
  judge: filled(Object.fromEntries(fields.map((name) => [name, fieldWords(entry, name)]))),
})
