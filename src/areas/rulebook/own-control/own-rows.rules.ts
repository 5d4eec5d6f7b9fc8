import type { Entry, Registry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { ok, type Proof, proofOf, type Relation } from '../control/control.rules.ts'
import { chainComplete, countWithin, noGap } from '../control/templates.rules.ts'
import { daysAfter, daysBetween } from '../control/time.rules.ts'
import type { Judges, Step } from './declaration.rules.ts'
import { fieldWords, rowsNamed } from './offers.rules.ts'
import { type About, instantOf, type Made, type Row, textOf } from './own-fields.rules.ts'

/** At most so many records are named as proof. */
const mostProof = 20

const stateWords = ({ words }: Entry, state: string): Words =>
  (words.states as Readonly<Record<string, Words>>)[state] ?? [state, state]

/** Within a sentence; an abbreviation stays as it is. */
const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** Rows of a kind that point at the subject, in the states that count, and what they are called. */
function pointing(registry: Registry, rows: string, states: readonly string[], fields: readonly string[] = []) {
  const { entry, via } = rowsNamed(registry, rows) as NonNullable<ReturnType<typeof rowsNamed>>
  const relation: Relation = { record: entry.record, via, fields, many: true }
  const named = states.map((state) => stateWords(entry, state))
  const [zh, en] = [entry.words.plural[0], lower(entry.words.plural[1])]
  const what: Words =
    named.length > 0
      ? [`${zh}(${named.map((one) => one[0]).join('、')})`, `${en} (${named.map((one) => one[1]).join(', ')})`]
      : [zh, en]
  return {
    ...{ relation, what },
    counted: (all: unknown) =>
      (all as readonly Row[]).filter(({ state }) => states.length === 0 || states.includes(state)),
    proof: (found: readonly Row[]): Proof[] => found.slice(-mostProof).map((one) => proofOf(entry.record, one)),
  }
}

/** Count within: so many rows point at the subject. */
export function count({ rows, states, least, most }: Extract<Judges, { is: 'count' }>, registry: Registry): Made {
  const { relation, what, counted, proof } = pointing(registry, rows, states)
  const bounds = { ...(least !== undefined && { least }), ...(most !== undefined && { most }), what }
  return {
    fields: [],
    with: { rows: relation },
    judge(_subject, about) {
      const found = counted(about['rows'])
      return countWithin(found.length, { ...bounds, proof: proof(found) })
    },
  }
}

/** No gap: between rows that point at the subject, and since the last. */
export function gap({ rows, states, field, days, lookBack }: Extract<Judges, { is: 'gap' }>, registry: Registry): Made {
  const { relation, what, counted, proof } = pointing(registry, rows, states, [field])
  return {
    fields: [],
    with: { rows: relation },
    judge(_subject, about) {
      const { now } = about
      const found = counted(about['rows'])
      const all = found.flatMap((one) => instantOf(textOf(one, field), about) ?? []).sort()
      // The last before the days that are looked at: with it the first gap in them begins.
      const from = all.findLastIndex((at) => daysAfter(at, lookBack) <= now)
      const seen = from > 0 ? all.slice(from) : all
      const verdict = noGap(seen, { now, days, what })
      const end = seen.find((at, n) => n > 0 && daysAfter(seen[n - 1] as string, days) < at)
      return {
        ...{ is: verdict.is, text: gapText(seen, end, { now, days, what }), proof: proof(found) },
        until: end === undefined ? verdict.until : daysAfter(end, lookBack),
      }
    },
  }
}

function gapText(
  instants: readonly string[],
  end: string | undefined,
  { now, days, what: [zh, en] }: { now: string; days: number; what: Words },
): Words {
  const last = instants.at(-1)
  if (last === undefined) return [`没有${zh}。`, `There are no ${en}.`]
  if (end !== undefined)
    return [
      `${end.slice(0, 10)} 之前超过 ${days} 天没有${zh}。`,
      `Before ${end.slice(0, 10)} there were no ${en} for more than ${days} days.`,
    ]
  const age = daysBetween(last, now)
  return daysAfter(last, days) > now
    ? [
        `最近的${zh}在 ${age} 天前,间隔都在 ${days} 天内。`,
        `The last of ${en} is ${age} days ago; no gap is longer than ${days}.`,
      ]
    : [`已 ${age} 天没有${zh},期限 ${days} 天。`, `No ${en} for ${age} days; ${days} are allowed.`]
}

/** Chain complete: links are set, and rows point at the subject, in the states that count. */
export function chain(steps: readonly Step[], entry: Entry, registry: Registry): Made {
  const made = steps.map((step, n) =>
    step.is === 'rows' ? rowsStep(step, n, registry) : linkStep(step, n, entry, registry),
  )
  return {
    fields: made.flatMap(({ fields }) => fields),
    with: Object.fromEntries(made.flatMap((one) => Object.entries(one.with))),
    judge(subject, about) {
      const found = made.map((one) => ({ name: one.name, proof: one.found(subject, about) }))
      const proof = found.flatMap((one) => one.proof ?? []).slice(0, mostProof)
      // Which came first is not asked here: all of them are there at once, or one is not.
      const verdict = chainComplete(
        found.map((one) => ({ name: one.name, at: one.proof === null ? null : about.now })),
        { proof },
      )
      return verdict.is === 'ok' ? ok('各环节齐全。', 'Every link of it is there.', { proof }) : verdict
    },
  }
}

/** A link of the chain: what it is called, what it reads, and the records that show it is there; null where it is not. */
interface Ring {
  readonly name: Words
  readonly fields: readonly string[]
  readonly with: Readonly<Record<string, Relation>>
  found(subject: Row, about: About): readonly Proof[] | null
}

function rowsStep({ rows, states }: Extract<Step, { is: 'rows' }>, n: number, registry: Registry): Ring {
  const { relation, what, counted, proof } = pointing(registry, rows, states)
  return {
    ...{ name: what, fields: [], with: { [`rows${n}`]: relation } },
    found(_subject, about) {
      const found = counted(about[`rows${n}`])
      return found.length > 0 ? proof(found) : null
    },
  }
}

function linkStep({ field, states }: Extract<Step, { is: 'link' }>, n: number, entry: Entry, registry: Registry): Ring {
  const to = registry.get(entry.record.fields[field].to)
  const named = states.map((state) => stateWords(to, state))
  const [zh, en] = fieldWords(entry, field)
  return {
    name:
      named.length > 0
        ? [`${zh}(${named.map((one) => one[0]).join('、')})`, `${en} (${named.map((one) => one[1]).join(', ')})`]
        : [zh, en],
    fields: [field],
    with: { [`link${n}`]: { record: to.record, via: field, fields: [], many: false } },
    found(_subject, about) {
      const one = about[`link${n}`] as Row | null
      return one !== null && (states.length === 0 || states.includes(one.state)) ? [proofOf(to.record, one)] : null
    },
  }
}
