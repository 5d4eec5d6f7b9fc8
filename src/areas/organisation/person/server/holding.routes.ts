import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { action } from '../../../../platform/behaviour.ts'
import { lookUp } from '../../../../platform/read/refs.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { fault, invalid, notFound, Refusal } from '../../../../record/problem.ts'
import { role } from '../../../../record/rule.ts'
import type { Words } from '../../../../record/words.ts'
import { person } from '../person.record.ts'
import '../../server/tables.ts'
import { givenBack, type Held, type HeldGroup, heldBy } from './holding.ts'

const mostShown = 50

const group = z.object({
  record: z.string(),
  field: z.string(),
  count: z.int(),
  canHandOver: z.boolean(),
  /** The verb by which it is given back; null: it can only be handed over. */
  back: z.string().nullable(),
  /** As far as the reader may see them. */
  items: z.array(z.object({ id: z.uuid(), number: z.string(), label: z.string(), state: z.string() })),
})

/** What somebody has in hand. */
export const holdingsOf = query({
  path: '/api/people/:person/holdings',
  allow: role('admin', 'manager', 'auditor', 'engineer'),
  summary:
    'What a person has in hand: assets, loans, seats, open work; each goes to somebody else or back before they leave',
  input: z.strictObject({ person: z.uuid() }),
  output: z.object({ groups: z.array(group) }),
  async run({ db, engine, person: reader }, { person: id }) {
    const found = await heldBy({ db, registry: engine.registry, directory: engine.directory.record }, id)
    const first = found.map(({ items }) => items.slice(0, mostShown))
    const refs = await lookUp(engine, reader, wantedIn(found, first))
    return {
      groups: found.map(({ record, field, count, canHandOver, back }, n) => ({
        ...{ record: record.name, field, count, canHandOver, back: back?.verb ?? null },
        items: (first[n] ?? [])
          .filter((one) => refs[one.id])
          .map(({ id, number, label, state }) => ({ id, number, label, state })),
      })),
    }
  },
})

function wantedIn(groups: readonly HeldGroup[], first: readonly (readonly Held[])[]) {
  const wanted = new Map<string, Set<string>>()
  for (const [n, { record }] of groups.entries())
    wanted.set(record.name, new Set([...(wanted.get(record.name) ?? []), ...(first[n] ?? []).map(({ id }) => id)]))
  return wanted
}

const moved = z.object({
  done: z.int(),
  /** What could not be, and why. */
  refused: z.array(z.object({ record: z.string(), number: z.string(), text: z.tuple([z.string(), z.string()]) })),
})

/**
 * Hands over all that somebody has in hand, or gives it back: with the rights of whoever does it, each with its own journal entry. What
 * is refused stays and is told.
 */
export const handOver = action(person, {
  allow: role('admin', 'manager', 'engineer'),
  summary: 'Hands what this person has in hand over to somebody else, or gives back what can be',
  input: z.strictObject({
    /** To whom; left out: given back. */
    to: z.uuid().optional(),
    /** Only this, where it says. */
    record: z.string().max(60).optional(),
    field: z.string().max(60).optional(),
  }),
  output: moved,
  async run(tx, { id: from }, { to, record, field }) {
    if (to) await receiver(tx, from, to)
    const isAsked = (one: HeldGroup) => (!record || one.record.name === record) && (!field || one.field === field)
    const refused: z.output<typeof moved>['refused'] = []
    let done = 0
    for (const isOfRound of roundsOf(to))
      for (const one of (await heldBy(tx, from)).filter((group) => isAsked(group) && isOfRound(group)))
        for (const { id, number } of movable(one, to)) {
          const text = await refusedWhy(() => move(tx, one, id, to))
          if (text) refused.push({ record: one.record.name, number, text: [text[0], text[1]] })
          else done += 1
        }
    return { done, refused }
  },
})

/** What is given back goes kind by kind, looked at anew each time: a loan takes its asset along. */
const roundsOf = (to: string | undefined): ((group: HeldGroup) => boolean)[] =>
  to
    ? [() => true]
    : givenBack.map(
        (way) =>
          ({ back }) =>
            back === way,
      )

const movable = ({ canHandOver, back, items }: HeldGroup, to: string | undefined): readonly Held[] => {
  if (to) return canHandOver ? items : []
  return items.filter(({ state }) => back?.states.includes(state))
}

/** Why it was refused; null: it was done. */
async function refusedWhy(work: () => Promise<unknown>): Promise<Words | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.faults[0]?.text ?? error.text
    throw error
  }
}

async function receiver(tx: Tx, from: string, to: string): Promise<void> {
  const found = await tx.db.selectFrom('person').select('state').where('id', '=', to).executeTakeFirst()
  if (!found) throw notFound()
  if (found.state !== 'active' || to === from)
    throw invalid([fault('to', 'not-here', '接收人须是在职的另一人。', 'It goes to somebody else who is here.')])
}

const move = (tx: Tx, { record, field, back }: HeldGroup, id: string, to: string | undefined): Promise<unknown> =>
  to
    ? tx.update(record, id, { [field]: to } as never)
    : tx.act(record, id, back?.verb as never, (back?.with ?? {}) as never)
