import { Readable } from 'node:stream'
import { alarm } from '../../../areas/operations/alarm/alarm.record.ts'
import { incident } from '../../../areas/service/incident/incident.record.ts'
import { attach, receive } from '../../../platform/sides/attachment.ts'
import { addComment } from '../../../platform/sides/comment.ts'
import { addLink } from '../../../platform/sides/link.ts'
import type { Tx } from '../../../platform/tx.ts'
import { mentionOf } from '../../../record/mention.ts'
import { type Places, placeOf } from '../components.ts'
import type { Login } from '../people.ts'
import { perform, type Stage } from '../stage.ts'
import type { Act, When } from './agenda.ts'
import { type FileName, files } from './files.ts'
import type { Move, PastIncident } from './incidents.data.ts'

/** What happened around one incident. `raised` knows the alarms, `opened` learns the incidents, both by key. */
export function incidentActs(
  stage: Stage,
  places: Places,
  at: (when: When) => number | null,
  past: PastIncident,
  raised: ReadonlyMap<string, string>,
  opened: Map<string, { id: string; number: string }>,
): Act[] {
  const begin = at(past.at)
  if (begin === null) return []
  return [
    { at: begin, do: async () => opened.set(past.key, await open(stage, places, past, raised)) },
    ...past.moves.map((move): Act => ({ at: at(move[0]) as number, do: () => doMove(stage, past, move, opened) })),
  ]
}

function open(stage: Stage, places: Places, past: PastIncident, raised: ReadonlyMap<string, string>) {
  return stage.as(past.by, async (tx) => {
    if (!past.alarm) {
      const component = past.component ? placeOf(places, past.component).component : null
      return tx.create(incident, { ...past.report, component })
    }
    const from = raised.get(past.alarm) as string
    const { incident: id } = (await perform(tx, stage.engine, alarm, from, 'open-incident')) as { incident: string }
    return tx.lock(incident, id)
  })
}

function doMove(
  stage: Stage,
  past: PastIncident,
  [, who, what, values = {}]: Move,
  opened: ReadonlyMap<string, { id: string; number: string }>,
) {
  const of = (key: string) => opened.get(key) as { id: string; number: string }
  const { id } = of(past.key)
  return stage.as<unknown>(who, async (tx) => {
    if (typeof what === 'object') {
      if ('say' in what) return addComment(stage.engine, tx, incident, id, { ...what, text: named(stage, what.say) })
      if ('attach' in what) return bring(stage, tx, id, what.attach)
      return addLink(tx, what.link, { record: incident, id }, { record: incident, ...of(what.to) })
    }
    if (what === 'update') return tx.update(incident, id, values)
    return tx.act(incident, id, what, what === 'assign' ? { assignee: stage.people[past.assignee] } : values)
  })
}

/** The text with the persons it names in braces; their names are put in as it is kept. */
const named = ({ people }: Stage, text: string): string =>
  text.replace(/\{(\w+)\}/g, (_all, login: Login) => mentionOf({ id: people[login], name: login }))

async function bring({ engine }: Stage, tx: Tx, id: string, name: FileName) {
  return attach(engine, tx, incident, id, [await receive(engine, Readable.from([files[name]()]), name)])
}
