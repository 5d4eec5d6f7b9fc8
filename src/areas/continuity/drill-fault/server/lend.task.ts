import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { runCommand } from '../../../../platform/process/command.ts'
import { asSystem } from '../../../../record/actor.ts'
import { drillFault } from '../drill-fault.record.ts'

interface Named {
  readonly id: string
}

/**
 * Lends the component its fault, by the program that it names for this. The loan has a name and an end that were settled before, so that
 * a job that is done again lends nothing anew and nothing longer; and from then on nobody needs to be there for it to end.
 */
export const lendFault: Task = async (engine, { id }: Named) => {
  const found = await lasting(engine, id)
  if (!found || (found.until as string) <= engine.clock.now()) return
  const failure = await tell(engine, found.component, [found.kind, '--until', found.until as string, '--id', id])
  if (failure === null) return
  await engine.inTx(asSystem('continuity'), async (tx) => {
    const { state } = await tx.lock(drillFault, id)
    if (state === 'lasting') await tx.act(drillFault, id, 'fail', { failure })
  })
}

/** Takes it back before its time. Where that fails it ends by itself all the same. */
export const takeFaultBack: Task = async (engine, { id }: Named) => {
  const row = await engine.db.selectFrom('drillFault').select('component').where('id', '=', id).executeTakeFirst()
  const failure = row && (await tell(engine, row.component, ['none']))
  if (failure) engine.log.warn({ fault: id, failure }, 'a drill’s fault could not be taken back; it ends by itself')
}

/** Says of those whose time is over that they have ended, as each component did by itself. */
export const endFaults: Task = async (engine) => {
  const over = await engine.db
    .selectFrom('drillFault')
    .select('id')
    .where('state', '=', 'lasting')
    .where('until', '<=', engine.clock.now())
    .orderBy('id')
    .execute()
  for (const { id } of over)
    await engine.inTx(asSystem('continuity'), async (tx) => {
      const { state, until } = await tx.lock(drillFault, id)
      if (state === 'lasting' && (until as string) <= tx.now) await tx.act(drillFault, id, 'end')
    })
}

export const endFaultsCrontab = '* * * * * end-drill-faults'

const lasting = (engine: Engine, id: string) =>
  engine.db
    .selectFrom('drillFault')
    .select(['component', 'kind', 'until'])
    .where('id', '=', id)
    .where('state', '=', 'lasting')
    .executeTakeFirst()

/** What the component's own program for faults was told; null where it did so, else what it said. */
async function tell(engine: Engine, component: string, words: readonly string[]): Promise<string | null> {
  const { actions } = await engine.db
    .selectFrom('component')
    .select('actions')
    .where('id', '=', component)
    .executeTakeFirstOrThrow()
  const action = actions.find(({ verb }) => verb === 'fault')
  const program = action && engine.programs[action.program]
  if (!program) return '服务器的清单里没有这个程序。 · This program is not on the server’s list.'
  const { outcome, output } = await runCommand(
    {
      command: program.command,
      args: [...program.args, ...action.args, ...words],
      cwd: program.cwd,
      env: program.env,
      timeoutMs: action.timeoutSeconds * 1_000,
    },
    engine.clock.now,
  ).result
  return outcome === 'ok' ? null : output.slice(-1_500).trim() || outcome
}
