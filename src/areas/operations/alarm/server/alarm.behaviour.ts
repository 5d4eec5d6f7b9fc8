import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { actorName, personId } from '../../../../record/actor.ts'
import { Refusal } from '../../../../record/problem.ts'
import { role } from '../../../../record/rule.ts'
import { instantAt, msOf } from '../../../../record/time.ts'
import type { Words } from '../../../../record/words.ts'
import { dropWaiting } from '../../../messaging/messaging.api.ts'
import { openIncident, openIncidentOf } from '../../../service/service.api.ts'
import { passOn } from '../../alarm-grouping/server/group.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { silence } from '../../silence/silence.record.ts'
import { alarm } from '../alarm.record.ts'
import { affectsOf } from './affects.ts'
import type { AlarmRow } from './raise.ts'

export const alarmBehaviour = behave(alarm, {
  effects: {
    async acknowledge(tx, row) {
      const who = actorName(tx.actor)
      await dropWaiting(tx, row.id)
      await say(tx, row, [`${who} 确认告警:${row.title}。`, `${who} acknowledged: ${row.titleEn ?? row.title}.`])
    },
    async resolve(tx, row) {
      const who = actorName(tx.actor)
      await dropWaiting(tx, row.id)
      await passOn(tx, row.id)
      await say(tx, row, [
        `${who} 解除告警:${row.title}。原因:${row.resolution}`,
        `${who} resolved: ${row.titleEn ?? row.title}. Reason: ${row.resolution}`,
      ])
    },
    clear: (tx, row) => passOn(tx, row.id),
  },
  actions: {
    silence: action(alarm, {
      allow: silence.access.create,
      summary: 'Silences this alarm for some minutes: it stays, and tells nobody; what still fires then is told.',
      input: z.strictObject({
        minutes: z
          .int()
          .min(5)
          .max(90 * 1_440),
        reason: z.string().trim().min(1).max(2_000),
      }),
      output: z.object({ silence: z.uuid() }),
      async run(tx, row, { minutes, reason }) {
        if (row.state === 'resolved')
          throw new Refusal('wrong-state', ['告警已解除,不必静默。', 'The alarm is resolved; it needs no silence.'])
        const owner = personId(tx.actor)
        const made = await tx.create(silence, {
          title: row.title,
          keyPattern: row.key,
          level: row.severity,
          reason,
          ...(owner && { owner }),
          until: instantAt(msOf(tx.now) + minutes * 60_000),
        })
        return { silence: made.id }
      },
    }),
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
