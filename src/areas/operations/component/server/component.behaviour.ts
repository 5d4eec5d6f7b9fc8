import { sql } from 'kysely'
import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { probe } from '../../probe/probe.record.ts'
import { component } from '../component.record.ts'
import { dependencyFaults } from '../component.rules.ts'
import { loadGraph } from './graph.ts'

type Row = RowOf<typeof component>

export const componentBehaviour = behave(component, {
  guards: { create: dependenciesHold, update: dependenciesHold, retire: nothingStandsOnIt },
  effects: {
    commission: (tx, row) => say(tx, row, [`组件投产:${row.name}。`, `Put into service: ${row.name}.`]),
    async retire(tx, row) {
      await say(tx, row, [`组件下线:${row.name}。`, `Retired: ${row.name}.`])
      const probes = await tx.db
        .selectFrom('probe')
        .select('id')
        .where('component', '=', row.id)
        .where('state', '<>', 'retired')
        .orderBy('id')
        .execute()
      for (const { id } of probes) await tx.as('components').act(probe, id, 'retire')
    },
    async update(tx, row, before) {
      if (row.installedVersion === before?.installedVersion) return
      const from = before?.installedVersion ?? '—'
      const to = row.installedVersion ?? '—'
      await say(tx, row, [`${row.name} 版本由 ${from} 变为 ${to}。`, `${row.name} went from version ${from} to ${to}.`])
    },
  },
})

async function dependenciesHold(tx: Tx, row: Row): Promise<Fault[]> {
  const stored = await tx.db.selectFrom('component').select('dependsOn').where('id', '=', row.id).executeTakeFirst()
  if (row.dependsOn.every((id) => stored?.dependsOn.includes(id))) return [] // fewer edges make no ring
  // One at a time: two who each add half of a ring would both find none.
  await sql`select pg_advisory_xact_lock(hashtextextended('component.dependsOn', 0))`.execute(tx.db)
  return dependencyFaults(await loadGraph(tx.db), row)
}

async function nothingStandsOnIt(tx: Tx, row: Row): Promise<Fault[]> {
  const graph = await loadGraph(tx.db)
  const names = [...graph.values()]
    .filter((node) => node.state !== 'retired' && node.dependsOn.includes(row.id))
    .map((node) => node.name)
    .slice(0, 5)
    .join('、')
  if (names === '') return []
  return [
    fault(
      '',
      'depended-on',
      `仍有组件依赖它:${names}。先改这些组件的依赖。`,
      `Still depended on by ${names}. Change those first.`,
    ),
  ]
}

async function say(tx: Tx, row: Row, text: Words): Promise<void> {
  await writeLog(tx, {
    kind: 'component',
    text,
    about: { record: 'component', id: row.id, number: row.number },
    component: row.id,
  })
}
