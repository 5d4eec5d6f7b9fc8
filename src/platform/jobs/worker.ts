import { Logger, run } from 'graphile-worker'
import type { Task } from '../area.ts'
import type { Engine } from '../engine.ts'

/** Runs the tasks of all areas on this copy until stopped; `stop` waits for those in hand. */
export async function startWorker(
  engine: Engine,
  tasks: Readonly<Record<string, Task>>,
  crontab: readonly string[],
): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    pgPool: engine.pool,
    concurrency: 4,
    noHandleSignals: true,
    crontab: crontab.join('\n'),
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(engine, payload as never)]),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') engine.log.error({ job: true }, message)
    }),
  })
  return { stop: () => runner.stop() }
}
