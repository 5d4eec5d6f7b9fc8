import '../../server/tables.ts'
import { sql } from 'kysely'
import { RE2JS } from 're2js'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import { configChecklist } from '../../config-checklist/config-checklist.record.ts'
import type { Found } from '../../config-checklist/items.rules.ts'
import { configCheck } from '../config-check.record.ts'
import { judge, outcomeOf } from '../judge.rules.ts'
import { driftIsOver, letGo, tellDrift } from './alarm.ts'
import { askForCheck, type Check, type Checklist, taskName } from './ask.ts'
import { readItem } from './read.ts'

const system = asSystem('configuration')
const matches = (pattern: string, text: string) => RE2JS.compile(pattern).matcher(text).find()

/** Does a check that waits. It reads and changes nothing, so one whose server died in the middle is simply done again. */
const doCheck: Task = async (engine, { id }: { id: string }) => {
  const { db } = engine
  const check = await db.selectFrom('configCheck').selectAll().where('id', '=', id).executeTakeFirst()
  if (check?.state !== 'waiting') return
  const checklist = (await db
    .selectFrom('configChecklist')
    .selectAll()
    .where('id', '=', check.checklist)
    .executeTakeFirstOrThrow()) as Checklist
  if (checklist.state !== 'in-force') return engine.inTx(system, (tx) => drop(tx, id))
  const place = await db
    .selectFrom('component')
    .select(['code', 'host'])
    .where('id', '=', check.component)
    .executeTakeFirstOrThrow()
  const baseline = await baselineOf(db, check as Check)
  const found: Found[] = []
  for (const item of checklist.items) {
    const read = await readItem(engine, item.from, place)
    const signed = baseline?.found.find(({ key }) => key === item.key)
    found.push(judge(item, read, signed, matches))
  }
  await engine.inTx(system, (tx) =>
    settle(tx, id, found, { baseline: baseline?.id ?? null, edition: checklist.edition }),
  )
}

/** The newest that two have signed. */
const baselineOf = async (db: Engine['db'], { checklist, component }: Check) =>
  (await db
    .selectFrom('configCheck')
    .selectAll()
    .where('checklist', '=', checklist)
    .where('component', '=', component)
    .where('state', '=', 'baseline')
    .orderBy('baselineAt', 'desc')
    .limit(1)
    .executeTakeFirst()) as Check | undefined

async function drop(tx: Tx, id: string): Promise<void> {
  if ((await tx.lock(configCheck, id)).state === 'waiting') await tx.act(configCheck, id, 'drop')
}

interface Against {
  readonly baseline: string | null
  readonly edition: number
}

/** What came of it takes the place of the check before. */
async function settle(tx: Tx, id: string, found: Found[], { baseline, edition }: Against): Promise<void> {
  const waiting = await tx.lock(configCheck, id)
  if (waiting.state !== 'waiting') return
  const before = await tx.db
    .selectFrom('configCheck')
    .select(['id', 'driftSince'])
    .where('checklist', '=', waiting.checklist)
    .where('component', '=', waiting.component)
    .where('newest', '=', true)
    .executeTakeFirst()
  if (before) await tx.update(configCheck, before.id, { newest: false })
  const outcome = outcomeOf(found)
  // What could not be read takes nothing back.
  const driftSince = outcome === 'matches' ? null : (before?.driftSince ?? (outcome === 'drifts' ? tx.now : null))
  await tx.update(configCheck, id, { newest: true, baseline, edition, driftSince })
  const check = await tx.act(configCheck, id, verbs[outcome], { found, checkedAt: tx.now })
  if (outcome === 'drifts') await tellDrift(tx, check)
  if (outcome === 'matches') await driftIsOver(tx, check, ['核对相符。', 'It is as it must be again.'])
}

const verbs = { matches: 'match', drifts: 'drift', unclear: 'stay-unclear' } as const

/** Asks for every check whose time has come: by schedule, of components that are in use; those that no longer are it lets go. */
const askForDue: Task = async (engine) => {
  const gone = await engine.db
    .selectFrom('configCheck as k')
    .innerJoin('component as c', 'c.id', 'k.component')
    .select(['k.id', 'k.checklist', 'k.component'])
    .where('c.state', '=', 'retired')
    .where('k.newest', '=', true)
    .execute()
  for (const one of gone) await engine.inTx(system, (tx) => letGo(tx, one))
  const { rows } = await sql<{ id: string; component: string }>`
    select l.id, c.id as component from config_checklist l cross join unnest(l.components) named
      join component c on c.id = named and c.state <> 'retired'
      left join config_check k on k.checklist = l.id and k.component = c.id and k.newest
    where l.state = 'in-force' and l.every_days is not null
      and (k.checked_at is null or (k.checked_at at time zone ${engine.zone})::date + l.every_days::int
        <= (${engine.clock.now()}::timestamptz at time zone ${engine.zone})::date)
      and not exists (select from config_check w where w.checklist = l.id and w.component = c.id and w.state = 'waiting')
    order by l.id, c.code`.execute(engine.db)
  for (const { id, component } of rows)
    await engine.inTx(system, async (tx) => {
      const checklist = await tx.lock(configChecklist, id)
      if (checklist.state === 'in-force') await askForCheck(tx, checklist, component, { why: 'schedule' })
    })
}

export const configurationTasks = { [taskName]: doCheck, 'ask-configuration': askForDue }
export const configurationCrontab = '12,42 * * * * ask-configuration'
