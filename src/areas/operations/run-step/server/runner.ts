import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Service } from '../../../../platform/area.ts'
import { livingCopies } from '../../../../platform/copies.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { rhythm } from '../../../../platform/jobs/rhythm.ts'
import { type CommandResult, type RunningCommand, runCommand } from '../../../../platform/process/command.ts'
import { type Attempt, attemptsTopic } from './attempts.ts'
import { settle } from './settle.ts'

const mostAtOnce = 8
const turnMs = 1_000
const stopGraceMs = 3_000

/**
 * Runs the commands of steps on this copy. Attempts are claimed from their own table and not through the job queue:
 * a queue gives a dead worker's job to the next one, and a command whose outcome is unknown must never be run again
 * by itself. So `launched` is committed before the program starts, and an attempt that is launched by a copy that no
 * longer lives is unknown (O3).
 */
export const runCommands: Service = (engine) => runCommandsEvery(turnMs, engine)

/** The same, looking around every `turn` milliseconds. */
export async function runCommandsEvery(turn: number, engine: Engine): ReturnType<Service> {
  const running = new Map<string, { command: RunningCommand; stored: string; ended: Promise<void> }>()
  const suspects = new Set<string>()
  let stopping = false
  let claiming = Promise.resolve()

  async function claimAll(): Promise<void> {
    while (!stopping && running.size < mostAtOnce) {
      const attempt = await claim(engine)
      if (!attempt) return
      launch(attempt)
    }
  }

  // One claim after the other, so that the limit holds.
  const wake = () => {
    claiming = claiming.then(claimAll).catch((error) => engine.log.error({ err: error }, 'commands cannot be claimed'))
  }

  function launch(attempt: Attempt): void {
    const program = engine.programs[attempt.program]
    if (!program) {
      const output = `程序「${attempt.program}」不在本服务器的清单中 · Program ${attempt.program} is not on this server's list\n`
      void store(engine, attempt, { ...refused(engine.clock.now()), output })
      return
    }
    const command = runCommand(
      {
        command: program.command,
        args: [...program.args, ...attempt.args],
        cwd: program.cwd,
        env: program.env,
        timeoutMs: attempt.timeoutSeconds * 1_000,
      },
      engine.clock.now,
    )
    const ended = command.result
      .then((result) => store(engine, attempt, result))
      .finally(() => {
        running.delete(attempt.id)
        wake()
      })
    running.set(attempt.id, { command, stored: '', ended })
  }

  const turns = rhythm(turn, engine.log, async () => {
    wake()
    await settleLost(engine, suspects)
    for (const [id, one] of running) {
      const output = one.command.output()
      if (output === one.stored && (await isWanted(engine, id))) continue
      one.stored = output
      if (!(await keepOutput(engine, id, output))) one.command.end()
    }
  })
  const unhear = [engine.events.on(attemptsTopic, wake), engine.events.onGap(wake)]

  return {
    async stop() {
      stopping = true
      for (const end of unhear) end()
      await turns.stop()
      await claiming
      const all = Promise.all([...running.values()].map(({ ended }) => ended))
      await Promise.race([all, wait(stopGraceMs, undefined, { ref: false })])
      for (const { command } of running.values()) command.end()
      await all
    },
  }
}

/** Takes one queued attempt and commits that it is launched; nothing has been started yet. */
async function claim(engine: Engine): Promise<Attempt | undefined> {
  return engine.db
    .updateTable('stepAttempt')
    .set({ state: 'launched', copy: engine.copy, launchedAt: engine.clock.now() })
    .where(
      'id',
      '=',
      sql<string>`(select a.id from step_attempt a join run_step s on s.id = a.step join run r on r.id = s.run
        where a.state = 'queued' and r.state = 'in-progress' order by a.queued_at, a.n limit 1 for update of a skip locked)`,
    )
    .returningAll()
    .executeTakeFirst()
}

const refused = (at: string) => ({ outcome: 'refused' as const, exitCode: null, signal: null, endedAt: at })

type Result = Pick<CommandResult, 'exitCode' | 'signal' | 'output' | 'endedAt'> & {
  outcome: CommandResult['outcome'] | 'refused'
}

/** Keeps how an attempt ended and settles its step. The database may be away for a while: the result waits for it. */
async function store(engine: Engine, { id, step }: Attempt, result: Result): Promise<void> {
  const { exitCode, signal, output, endedAt } = result
  const outcome = result.outcome === 'ended' ? 'unknown' : result.outcome
  for (;;) {
    try {
      await engine.db
        .updateTable('stepAttempt')
        .set({ state: 'ended', outcome, exitCode, signal, output, endedAt })
        .where('id', '=', id)
        .where('state', '=', 'launched')
        .execute()
      break
    } catch (error) {
      engine.log.error({ err: error, attempt: id }, 'the result of a command cannot be stored yet')
      await wait(turnMs)
    }
  }
  // What fails here is done by the next look at the step.
  await settle(engine, step).catch((error) => engine.log.error({ err: error, step }, 'a step cannot be settled yet'))
}

const isWanted = async (engine: Engine, id: string): Promise<boolean> => {
  const found = await engine.db
    .selectFrom('stepAttempt')
    .innerJoin('runStep', 'runStep.id', 'stepAttempt.step')
    .innerJoin('run', 'run.id', 'runStep.run')
    .select('run.state')
    .where('stepAttempt.id', '=', id)
    .executeTakeFirst()
  return found?.state === 'in-progress'
}

/** Stores what a command has said so far and tells screens that show its step; false when its run has been aborted. */
async function keepOutput(engine: Engine, id: string, output: string): Promise<boolean> {
  await sql`
    with kept as (update step_attempt set output = ${output} where id = ${id} and state = 'launched' returning step)
    select pg_notify('touchstone', 'record ' ||
      json_build_object('record', 'run-step', 'id', s.id, 'version', s.version, 'verb', 'output'))
    from kept join run_step s on s.id = kept.step`.execute(engine.db)
  return isWanted(engine, id)
}

/**
 * Attempts whose copy is gone are unknown. A copy that only lost its connection takes its lock again at once, so an
 * attempt must be found without a living copy on two turns running.
 */
async function settleLost(engine: Engine, suspects: Set<string>): Promise<void> {
  const launched = await engine.db
    .selectFrom('stepAttempt')
    .select(['id', 'step', 'copy'])
    .where('state', '=', 'launched')
    .execute()
  const living = launched.length === 0 ? [] : await livingCopies(engine.db)
  const dead = launched.filter(({ copy }) => copy === null || !living.includes(copy))
  for (const { id, step } of dead) {
    if (!suspects.has(id)) continue
    await engine.db
      .updateTable('stepAttempt')
      .set({ state: 'ended', outcome: 'unknown', endedAt: engine.clock.now() })
      .where('id', '=', id)
      .where('state', '=', 'launched')
      .execute()
    await settle(engine, step)
  }
  suspects.clear()
  for (const { id } of dead) suspects.add(id)
}
