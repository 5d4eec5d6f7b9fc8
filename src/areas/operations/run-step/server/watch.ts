import type { Service, Task } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { askProbe } from '../../probe/server/ask.ts'
import { settle } from './settle.ts'

const turnMs = 1_000

/** Keeps looking at the steps in hand that a probe or a command closes, and at those whose outcome is unknown. */
export const watchSteps: Service = async (engine) => rhythm(turnMs, engine.log, () => lookAtSteps(engine))

/** One look; a step that cannot be looked at now is looked at again the next time. */
export async function lookAtSteps(engine: Engine): Promise<void> {
  const steps = await engine.db
    .selectFrom('runStep')
    .innerJoin('run', 'run.id', 'runStep.run')
    .select('runStep.id')
    .where('run.state', '=', 'in-progress')
    .where('runStep.state', 'in', ['doing', 'unknown'])
    .where((is) => is.or([is('runStep.mode', '=', 'command'), is('runStep.probe', 'is not', null)]))
    .execute()
  await Promise.all(
    steps.map(({ id }) =>
      settle(engine, id).catch((error) => engine.log.error({ err: error, step: id }, 'a step cannot be looked at')),
    ),
  )
}

/** A person wants the step's probe asked now. */
export const askStepProbe: Task = async (engine, { step, probe }: { step: string; probe: string }) => {
  await askProbe(engine, probe)
  await settle(engine, step)
}
