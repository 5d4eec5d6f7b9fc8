import { runCommand } from '../../../../../platform/process/command.ts'
import type { NagiosSettings } from '../../kinds/machine.settings.ts'
import type { Outcome } from '../../probe.rules.ts'
import { type CheckContext, type Finding, timedOut, unknown } from './check.ts'
import { pluginOutput } from './plugin-output.rules.ts'
import { Slots } from './slots.ts'

/** Plugins at once on one server: each is a process. */
const slots = new Slots(8)
/** Ended early enough to be gone before the check's time is up. */
const graceMs = 200

/** Exit codes of plugins; any other is a plugin that does not work. */
const outcomes: readonly Outcome[] = ['up', 'slow', 'down', 'unknown']

/**
 * Runs a plugin that the server's own list of programs declares for probes; nothing of what is run comes from the database. Its exit code
 * is the outcome, its first line the note, and a figure of its performance data the value.
 */
export async function nagiosCheck(settings: NagiosSettings, context: CheckContext): Promise<Finding> {
  const program = context.plugin(settings.program)
  if (!program) return unknown('unknown plugin')
  const began = performance.now()
  const result = await slots.run(context.signal, async () => {
    const timeoutMs = Math.max(1, context.limitMs - graceMs - (performance.now() - began))
    const running = runCommand({ ...program, timeoutMs, graceMs }, () => new Date().toISOString())
    context.signal.addEventListener('abort', () => running.end(), { once: true })
    return running.result
  })
  if (result === null) return unknown('no room in time')
  if (result.outcome === 'timed-out' || result.outcome === 'ended') return timedOut
  return pluginFinding(settings, result.exitCode, result.output)
}

export function pluginFinding({ figure }: NagiosSettings, exitCode: number | null, output: string): Finding {
  const { text, figures } = pluginOutput(output)
  const outcome = exitCode === null ? undefined : outcomes[exitCode]
  const note = text.slice(0, 120)
  if (outcome === undefined) return unknown(`ended with ${exitCode}: ${note}`.slice(0, 120))
  const value = figure === undefined ? figures.values().next().value : figures.get(figure)
  return { outcome, value: outcome === 'unknown' ? null : (value ?? null), note }
}
