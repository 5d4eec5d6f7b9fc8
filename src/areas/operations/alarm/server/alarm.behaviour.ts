import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { actorName } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { role } from '../../../../record/rule.ts'
import type { Words } from '../../../../record/words.ts'
import { openIncident, openIncidentOf } from '../../../service/service.api.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { alarm } from '../alarm.record.ts'
import { affectsOf } from './affects.ts'
import type { AlarmRow } from './raise.ts'

export const alarmBehaviour = behave(alarm, {
  effects: {
    acknowledge: (tx, row) => {
      const who = actorName(tx.actor)
      return say(tx, row, [`${who} 确认告警:${row.title}。`, `${who} acknowledged: ${row.titleEn ?? row.title}.`])
    },
    resolve: (tx, row) => {
      const who = actorName(tx.actor)
      return say(tx, row, [
        `${who} 解除告警:${row.title}。原因:${row.resolution}`,
        `${who} resolved: ${row.titleEn ?? row.title}. Reason: ${row.resolution}`,
      ])
    },
  },
  actions: {
    'open-incident': action(alarm, {
      allow: role('operator', 'checker', 'engineer', 'manager'),
      summary: 'Opens an incident from an alarm, or joins the one that is open for its component.',
      input: z.strictObject({ join: z.boolean().default(false) }),
      output: z.object({ incident: z.uuid(), joined: z.boolean() }),
      async run(tx, row, { join }) {
        if (row.state === 'resolved') {
          throw new Refusal('wrong-state', [
            '告警已解除,不必再开故障。',
            'The alarm is resolved; it needs no incident.',
          ])
        }
        if (row.incident) return { incident: row.incident, joined: true }
        const open = join && row.component ? await openIncidentOf(tx, row.component) : null
        const incident = open ?? (await openFrom(tx, row))
        await tx.as('alarms').update(alarm, row.id, { incident })
        await sayIncident(tx, row, incident, open !== null)
        return { incident, joined: open !== null }
      },
    }),
  },
})

async function openFrom(tx: Tx, row: AlarmRow): Promise<string> {
  const affects = row.component ? (await affectsOf(tx.db, [row.component])).get(row.component) : undefined
  const names = affects?.names.join('、') ?? ''
  const opened = await openIncident(tx, {
    title: row.title,
    description: `由告警 ${row.number} 转入。${names && `影响:${names}。`}\nOpened from alarm ${row.number}.${names && ` Affects ${names}.`}`,
    component: row.component,
    affectsTrading: affects?.trading ?? false,
  })
  return opened.id
}

async function sayIncident(tx: Tx, row: AlarmRow, incident: string, joined: boolean): Promise<void> {
  const { number } = await tx.db
    .selectFrom('incident')
    .select('number')
    .where('id', '=', incident)
    .executeTakeFirstOrThrow()
  const who = actorName(tx.actor)
  const [zh, en] = joined ? ['并入', 'joined to'] : ['转为', 'became']
  await writeLog(tx, {
    kind: 'incident',
    severity: row.severity,
    text: [
      `${who} 将告警 ${row.number} ${zh}故障 ${number}:${row.title}。`,
      `Alarm ${row.number} ${en} incident ${number} by ${who}: ${row.titleEn ?? row.title}.`,
    ],
    about: { record: 'incident', id: incident, number },
    component: row.component,
  })
}

const say = async (tx: Tx, row: AlarmRow, text: Words): Promise<void> => {
  await writeLog(tx, {
    kind: 'alarm',
    text,
    about: { record: 'alarm', id: row.id, number: row.number },
    component: row.component,
  })
}
