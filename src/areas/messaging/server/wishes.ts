import type { Kysely } from 'kysely'
import { z } from 'zod'
import { command, query } from '../../../platform/area.ts'
import type { Tables } from '../../../platform/tables.ts'
import { personId } from '../../../record/actor.ts'
import { fault, invalid } from '../../../record/problem.ts'
import { everyone } from '../../../record/rule.ts'
import { usualWishes, type Wishes, wishesSchema } from '../wishes.rules.ts'
import { reachesBy, waysOf } from './receivers.ts'
import type {} from './tables.ts'

/** The wishes of people, by their ids; the usual ones for whoever has none of their own. */
export async function wishesOf(db: Kysely<Tables>, people: readonly string[]): Promise<(person: string) => Wishes> {
  if (people.length === 0) return () => usualWishes
  const rows = await db.selectFrom('noticeWish').selectAll().where('person', 'in', people).execute()
  const own = new Map(rows.map(({ person, wishes }) => [person, wishes]))
  return (person) => own.get(person) ?? usualWishes
}

const answer = z.object({
  wishes: wishesSchema,
  /** Channels that reach people, for one's choice. */
  ways: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })),
})

export const readWishes = query({
  path: '/api/notices/wishes',
  allow: everyone,
  summary: 'How one wants to be told outside of the screen, and by which channels one can be.',
  input: z.strictObject({}),
  output: answer,
  async run({ db, person }) {
    const [wishes, ways] = [await wishesOf(db, [person.id]), await waysOf(db)]
    return { wishes: wishes(person.id), ways: ways.filter((way) => way.state === 'in-use' && reachesBy(way) !== null) }
  },
})

export const keepWishes = command({
  path: '/api/notices/wishes',
  allow: everyone,
  summary: 'Keeps how one wants to be told; journalled on oneself.',
  input: wishesSchema,
  output: z.object({ wishes: wishesSchema }),
  async run(tx, wishes) {
    const me = personId(tx.actor) as string
    const way = (await waysOf(tx.db)).find(({ id }) => id === wishes.through)
    if (wishes.through !== null && (!way || reachesBy(way) === null))
      throw invalid([
        fault('through', 'unknown', '没有这个可用的渠道。', 'There is no such channel that reaches people.'),
      ])
    const before = (await wishesOf(tx.db, [me]))(me)
    await tx.db
      .insertInto('noticeWish')
      .values({ person: me, wishes: JSON.stringify(wishes) as never })
      .onConflict((one) => one.column('person').doUpdateSet({ wishes: JSON.stringify(wishes) as never }))
      .execute()
    await tx.journal(tx.directory, me, 'notice-wishes', { wishes: [before, wishes] })
    return { wishes }
  },
})
