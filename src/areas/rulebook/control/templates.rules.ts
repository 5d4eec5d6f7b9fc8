import type { Words } from '../../../record/words.ts'
import { bad, ok, type Proof, type Verdict } from './control.rules.ts'
import { daysAfter, daysBetween } from './time.rules.ts'

/** Judgements that many rules share, filled in where a control is declared. Each is the `judge` of an ordinary control. */

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Fields filled: each of these says something. */
export const filled =
  <K extends string>(names: Readonly<Record<K, Words>>) =>
  (subject: { readonly [N in K]?: unknown }): Verdict => {
    const empty = (Object.entries(names) as [K, Words][]).filter(([name]) => isEmpty(subject[name]))
    if (empty.length === 0) return ok('应填的都已填写。', 'All that must be filled in is there.')
    const [zh, en] = [empty.map(([, words]) => words[0]).join('、'), empty.map(([, words]) => words[1]).join(', ')]
    return bad(`未填写:${zh}。`, `Not filled in: ${en}.`)
  }

/** Fresh within: the last of its kind is no older than so many days. `never`: what is said where there is none. */
export const freshWithin = (
  last: string | null,
  { now, days, what, proof = [] }: { now: string; days: number; what: Words; proof?: readonly Proof[] },
): Verdict => {
  if (last === null) return bad(`从未${what[0]}。`, `Never ${what[1]}.`)
  const until = daysAfter(last, days)
  const age = daysBetween(last, now)
  return until > now
    ? ok(`${age} 天前${what[0]}。`, `Last ${what[1]} ${age} days ago.`, { proof, until })
    : bad(`已 ${age} 天未${what[0]},应在 ${days} 天内。`, `Not ${what[1]} for ${age} days; ${days} are allowed.`, {
        proof,
      })
}

/** Actors differ: whoever did the one is not whoever did the other. */
export const actorsDiffer = (
  one: string | null,
  other: string | null,
  { first, second, proof = [] }: { first: Words; second: Words; proof?: readonly Proof[] },
): Verdict => {
  if (one === null || other === null) {
    const [zh, en] = one === null ? first : second
    return bad(`没有${zh}。`, `There is no ${en}.`, { proof })
  }
  return one === other
    ? bad(`${first[0]}与${second[0]}是同一人。`, `The ${first[1]} and the ${second[1]} are the same person.`, { proof })
    : ok(`${first[0]}与${second[0]}不是同一人。`, `The ${first[1]} and the ${second[1]} are two people.`, { proof })
}

/** Chain complete: each link of it is there, in this order; the first that is missing is named. */
export const chainComplete = (
  links: readonly { readonly name: Words; readonly at: string | null }[],
  more: { proof?: readonly Proof[] } = {},
): Verdict => {
  const gap = links.find(({ at }) => at === null)
  if (gap) return bad(`缺少${gap.name[0]}。`, `Missing: ${gap.name[1]}.`, more)
  const early = links.find(({ at }, n) => n > 0 && (at as string) < (links[n - 1]?.at as string))
  if (early) return bad(`${early.name[0]}早于前一步。`, `${early.name[1]} came before the step ahead of it.`, more)
  return ok('各步齐全,次序正确。', 'Every step is there, in order.', more)
}

/** Count within: at least and at most so many. */
export const countWithin = (
  n: number,
  { least = 0, most = Number.POSITIVE_INFINITY, what, proof = [] }: CountBounds,
): Verdict => {
  if (n < least)
    return bad(`${what[0]} ${n} 个,至少应有 ${least} 个。`, `${n} ${what[1]}; at least ${least} are wanted.`, { proof })
  if (n > most)
    return bad(`${what[0]} ${n} 个,最多 ${most} 个。`, `${n} ${what[1]}; at most ${most} are allowed.`, { proof })
  return ok(`${what[0]} ${n} 个。`, `${n} ${what[1]}.`, { proof })
}

interface CountBounds {
  readonly least?: number
  readonly most?: number
  readonly what: Words
  readonly proof?: readonly Proof[]
}

/** No gap: between none of these instants and the next lie more than so many days, nor since the last. */
export const noGap = (instants: readonly string[], { now, days, what }: { now: string; days: number; what: Words }) => {
  const sorted = [...instants].sort()
  const gap = sorted.findIndex((at, n) => n > 0 && daysAfter(sorted[n - 1] as string, days) < at)
  if (gap > 0) {
    const [from, to] = [(sorted[gap - 1] as string).slice(0, 10), (sorted[gap] as string).slice(0, 10)]
    return bad(`${from} 至 ${to} 之间没有${what[0]}。`, `Nothing ${what[1]} between ${from} and ${to}.`)
  }
  return freshWithin(sorted.at(-1) ?? null, { now, days, what })
}

/** Whoever the link names is here; what is said where it names nobody, or somebody who has left. */
export const isHere = (
  person: { readonly id: string; readonly number: string; readonly state: string } | null,
  { none, left }: { none: Words; left: Words },
): Verdict => {
  if (person === null) return bad(...none)
  const proof = [{ record: 'person', id: person.id, number: person.number }]
  return person.state === 'active'
    ? ok('负责人在岗。', 'Whoever answers for it is here.', { proof })
    : bad(...left, { proof })
}
