import { sql } from 'kysely'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { digestOf } from '../../../../platform/write/canonical.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { Control } from '../../control/control.rules.ts'
import { catalogueOf } from '../../control/server/held.ts'
import { itemsOf, type Judging, lockState } from '../../control/server/judge.ts'
import { subjectsBy } from '../../control/server/load.ts'
import { dawnIn } from '../../dawn.rules.ts'
import { judgementSample } from '../judgement-sample.record.ts'
import { sampleHourly } from '../sample.settings.ts'
import '../../server/tables.ts'

/** A verdict that stands otherwise than it would be given now. */
export interface Difference {
  readonly control: string
  readonly record: string
  readonly subject: string
  readonly number: string
  readonly at: string
  readonly stood: string | null
  readonly is: string | null
}

const mostKept = 100

/** Every hour: some verdicts of every control are judged afresh and held against what stands; the day's record says how many agreed. */
export const sampleJudgements: Task = async (engine) => {
  const all = engine.settings.get(sampleHourly)
  if (all === 0) return
  const { all: controls } = catalogueOf(engine)
  const each = Math.max(1, Math.ceil(all / controls.length))
  let judged = 0
  const found: Difference[] = []
  for (const control of controls) {
    const one = await sampleOf(engine, control, each)
    judged += one.judged
    found.push(...one.differences)
  }
  await engine.inTx(asSystem('control'), (tx) => writeDown(tx, judged, found))
}

/** Seven minutes past each hour. */
export const sampleJudgementsCrontab = '7 * * * * sample-judgements'

interface Standing {
  readonly subject: string
  readonly standing: string
}

/** Under the lock of its state nobody else judges the control meanwhile. Written is nothing. */
async function sampleOf(engine: Engine, control: Control, n: number) {
  return engine.inTx(asSystem('control'), async (tx) => {
    const at: Judging = { db: tx.db, now: tx.now, today: tx.today, dawn: dawnIn(tx.zone) }
    const state = await lockState(at, control.id)
    const all = state ? state.ok + state.bad + state.excepted + state.unknown : 0
    if (!state || state.sweeping || state.version !== control.version || all === 0)
      return { judged: 0, differences: [] }
    // A place that nobody can foresee the use of, and that the same hour gives again.
    const from = digestOf(`${control.id} ${tx.now}`).readUInt32BE(0) % Math.max(1, all - n + 1)
    const { rows: stood } = await sql<Standing>`select subject, standing from control_item
      where control = ${control.id} order by subject offset ${from} limit ${n}`.execute(tx.db)
    const subjects = await subjectsBy(
      tx.db,
      control,
      stood.map(({ subject }) => subject),
    )
    const fresh = new Map(
      (await itemsOf(at, control, state.params, subjects)).map((one) => [one.subject, one.standing]),
    )
    const waiting = await waitingFor(tx, control.id)
    const numbers = new Map(subjects.map(({ id, number }) => [id, number]))
    const differences = stood
      .filter(({ subject, standing }) => (fresh.get(subject) ?? null) !== standing && !waiting.has(subject))
      .map(({ subject, standing }) => ({
        ...{ control: control.id, record: control.subject.record.name, subject, number: numbers.get(subject) ?? '—' },
        ...{ at: tx.now, stood: standing, is: fresh.get(subject) ?? null },
      }))
    return { judged: stood.length, differences: waiting.all ? [] : differences }
  })
}

/** What is noted to be judged again, or whose instant has come, is about to change by itself. Asked last: a write notes with its commit. */
async function waitingFor(tx: Tx, control: string): Promise<{ has(subject: string): boolean; readonly all: boolean }> {
  const { rows } = await sql<{ subject: string; through: string | null }>`
    select subject, through from control_touch where control = ${control}
    union select subject, null from control_item where control = ${control} and until <= ${tx.now}`.execute(tx.db)
  const subjects = new Set(rows.map(({ subject }) => subject))
  // Whom a note reaches through a relation only the judge finds out.
  return { has: (subject) => subjects.has(subject), all: rows.some(({ through }) => through !== null) }
}

async function writeDown(tx: Tx, judged: number, found: readonly Difference[]): Promise<void> {
  const held = await tx.db.selectFrom('judgementSample').select('id').where('day', '=', tx.today).executeTakeFirst()
  const id = held?.id ?? (await tx.create(judgementSample, { day: tx.today, title: `${tx.today} 抽样复判` })).id
  const row = await tx.lock(judgementSample, id)
  const counted = {
    judged: row.judged + judged,
    differing: row.differing + found.length,
    differences: [...row.differences, ...found].slice(0, mostKept),
    lastAt: tx.now,
  }
  await tx.update(judgementSample, id, counted)
  if (found.length > 0 && row.state !== 'differs') await tx.act(judgementSample, id, 'differ')
}
