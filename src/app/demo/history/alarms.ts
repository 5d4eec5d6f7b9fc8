import { alarm } from '../../../areas/operations/alarm/alarm.record.ts'
import { clearAlarm, raiseAlarm } from '../../../areas/operations/alarm/server/raise.ts'
import { escalateAlarms } from '../../../areas/operations/escalation-policy/server/escalate.ts'
import { event } from '../../../areas/operations/event/event.record.ts'
import { backText, verdictTitle } from '../../../areas/operations/probe/verdict.words.ts'
import { type Places, placeOf } from '../components.ts'
import type { Stage } from '../stage.ts'
import type { Act, When } from './agenda.ts'
import type { PastAlarm } from './alarms.data.ts'

/** What happened around one alarm. `raised` learns its id, so that an incident can be opened from it. */
export function alarmActs(
  stage: Stage,
  places: Places,
  at: (when: When) => number | null,
  past: PastAlarm,
  raised: Map<string, string>,
): Act[] {
  const begin = at(past.at)
  if (begin === null) return []
  const { name, component, probe } = placeOf(places, past.component)
  const asked = probe?.id ?? null
  const change = (to: 'up' | 'slow' | 'down', note: string) => {
    const title = probe ? verdictTitle(name, probe, to, note) : past.said
    if (!title) throw new Error(`Nothing asks ${past.component}`)
    return { title, of: { component, probe: asked, to, note, title: title[0], titleEn: title[1] } }
  }
  const id = () => raised.get(past.key) as string
  const acts: Act[] = [
    {
      at: begin,
      do: () =>
        stage.by('probes', async (tx) => {
          const { title, of } = change(past.verdict, past.found)
          const severity = past.verdict === 'down' ? 'critical' : 'warning'
          const key = `probe:${asked ?? component}`
          const made = await raiseAlarm(tx, { key, severity, title, component, ...(asked ? { probe: asked } : {}) })
          if (!made) throw new Error(`Maintenance holds back ${past.key}`)
          raised.set(past.key, made.id)
          await tx.create(event, { ...of, at: tx.now, from: 'up', alarm: made.id })
        }),
    },
    { at: begin + 1_000, do: () => escalateAlarms(stage.engine) },
  ]
  const then = (when: When, work: Act['do']) => acts.push({ at: at(when) as number, do: work })
  if (past.acknowledged) {
    const [when, who] = past.acknowledged
    // Whoever was to be told until then was told.
    for (let told = begin + 1_000 + 5 * 60_000; told < (at(when) as number); told += 5 * 60_000)
      acts.push({ at: told, do: () => escalateAlarms(stage.engine) })
    then(when, () => stage.as(who, (tx) => tx.act(alarm, id(), 'acknowledge')))
  }
  if (past.cleared) {
    then(past.cleared, () =>
      stage.by('alarms', async (tx) => {
        await tx.as('probes').create(event, { ...change('up', '').of, at: tx.now, from: past.verdict, alarm: id() })
        await clearAlarm(tx, await tx.lock(alarm, id()), backText)
      }),
    )
  }
  if (past.resolved) {
    const [when, who, resolution] = past.resolved
    then(when, () => stage.as(who, (tx) => tx.act(alarm, id(), 'resolve', { resolution })))
  }
  return acts
}
