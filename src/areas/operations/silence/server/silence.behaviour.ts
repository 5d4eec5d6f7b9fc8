import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { actorName } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { alarm } from '../../alarm/alarm.record.ts'
import { heardOf } from '../../alarm/alarm.rules.ts'
import { writeLog } from '../../log-entry/server/log.ts'
import { silence } from '../silence.record.ts'
import { silenceFaults, silences } from '../silence.rules.ts'
import { longestSilence } from '../silence.settings.ts'

type Row = RowOf<typeof silence>

export const silenceBehaviour = behave(silence, {
  guards: { create: async (tx, row) => silenceFaults(row, tx.now, tx.settings.get(longestSilence)) },
  effects: {
    async create(tx, row) {
      await say(tx, row, [
        `${actorName(tx.actor)} 静默告警:${row.title}。原因:${row.reason}`,
        `${actorName(tx.actor)} silenced: ${row.title}. Reason: ${row.reason}`,
      ])
      await silenceOpen(tx, row)
    },
    end: (tx, row) => say(tx, row, [`静默提前结束:${row.title}。`, `Silence ended early: ${row.title}.`]),
    expire: (tx, row) => say(tx, row, [`静默到期:${row.title}。`, `Silence is over: ${row.title}.`]),
  },
})

/** Whatever it means that stands already is quiet from now on. */
async function silenceOpen(tx: Tx, row: Row): Promise<void> {
  const open = await tx.db
    .selectFrom('alarm')
    .select(['id', 'key', 'severity', 'component', 'aboutRecord', 'aboutId'])
    .where('state', '<>', 'resolved')
    .where('silence', 'is', null)
    .orderBy('id')
    .execute()
  for (const one of open.filter((each) => silences(row, heardOf(each))))
    await tx.as('alarms').update(alarm, one.id, { quiet: 'silenced', silence: row.id, escalatesAt: null })
}

const say = async (tx: Tx, { id, number, component }: Row, text: Words): Promise<void> => {
  await writeLog(tx, { kind: 'alarm', text, about: { record: 'silence', id, number }, component })
}
