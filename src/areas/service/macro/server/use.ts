import '../../server/tables.ts'
import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { addComment } from '../../../../platform/sides/comment.ts'
import { wallOf, wallText } from '../../../../platform/transfer/wall.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { actorName, personId } from '../../../../record/actor.ts'
import { notFound } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../../incident/incident.record.ts'
import { macro } from '../macro.record.ts'
import { macroFaults, replyOf } from '../macro.rules.ts'

type Incident = RowOf<typeof incident>
type Macro = RowOf<typeof macro>

const changes = z.object({
  assignee: z.uuid().optional(),
  team: z.uuid().optional(),
  impact: incident.fields.impact.schema.optional(),
  urgency: incident.fields.urgency.schema.optional(),
})

export const macroBehaviour = behave(macro, {
  guards: { create: async (_tx, row) => macroFaults(row), update: async (_tx, row) => macroFaults(row) },
})

/** Everything a macro does to one incident, or, `dry`, what it would do and say. */
export const useMacro = action(incident, {
  allow: desk,
  summary: 'Uses a macro on this incident, or says what it would do and say',
  input: z.strictObject({
    macro: z.uuid(),
    dry: z.boolean().default(false),
    /** Words that were changed after the preview. */
    reply: z.string().trim().min(1).max(4_000).optional(),
  }),
  output: z.object({ reply: z.string().nullable(), private: z.boolean(), verb: z.string().nullable(), changes }),
  async run(tx, row, { macro: id, dry, reply: changed }, engine) {
    const found = await tx.db
      .selectFrom('macro')
      .selectAll()
      .where('id', '=', id)
      .where('state', '=', 'in-use')
      .executeTakeFirst()
    if (!found) throw notFound()
    const reply = changed ?? (found.reply && replyOf(found.reply, await placesOf(tx, row, engine.zone)))
    const wanted = changesOf(tx, found)
    if (!dry) await use(tx, row, found, wanted, reply)
    if (!dry && reply) await addComment(engine, tx, incident, row.id, { text: reply, isPrivate: found.isPrivate })
    return { reply, private: found.isPrivate, verb: found.verb, changes: wanted }
  },
})

type Wanted = z.output<typeof changes>

function changesOf(tx: Tx, { assignToMe, team, impact, urgency }: Macro): Wanted {
  const me = personId(tx.actor)
  return {
    ...(assignToMe && me && { assignee: me }),
    ...(team && { team }),
    ...(impact && { impact }),
    ...(urgency && { urgency }),
  }
}

/** In the order in which a person would: whose it is, how urgent, then on its way. */
async function use(
  tx: Tx,
  row: Incident,
  { verb }: Macro,
  { assignee, team, impact, urgency }: Wanted,
  reply: string | null,
) {
  if (assignee && assignee !== row.assignee)
    await tx.act(incident, row.id, 'assign', { assignee, ...(team && { team }) })
  else if (team) await tx.update(incident, row.id, { team })
  if (impact || urgency)
    await tx.update(incident, row.id, { impact: impact ?? row.impact, urgency: urgency ?? row.urgency })
  if (!verb) return
  const { state } = await tx.lock(incident, row.id)
  // Handing over puts it back to its start; whoever resolves at once has begun.
  if (verb !== 'start' && state === 'assigned') await tx.act(incident, row.id, 'start')
  if (verb === 'start' && state === 'in-progress') return
  await tx.act(incident, row.id, verb, wordsFor(verb, reply))
}

function wordsFor(verb: NonNullable<Macro['verb']>, reply: string | null) {
  if (verb === 'wait') return { waitingFor: reply }
  return verb === 'resolve' ? { resolution: reply } : {}
}

async function placesOf(tx: Tx, row: Incident, zone: string) {
  const named = await tx.db
    .selectFrom('incident as i')
    .leftJoin('person as p', 'p.id', 'i.reportedBy')
    .leftJoin('component as c', 'c.id', 'i.component')
    .select(['p.name as reporter', 'c.name as component', 'i.dueAt'])
    .where('i.id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    number: row.number,
    title: row.title,
    me: actorName(tx.actor),
    reporter: named.reporter ?? '',
    component: named.component ?? '',
    due: named.dueAt ? wallText(wallOf(zone), named.dueAt) : '',
  }
}
