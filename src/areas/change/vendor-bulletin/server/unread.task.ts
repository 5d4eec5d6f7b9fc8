import '../../server/tables.ts'
import type { Task } from '../../../../platform/area.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf } from '../../../../record/record.ts'
import { instantAt, minuteMs, msOf } from '../../../../record/time.ts'
import { raiseAlarm, resolveAlarm } from '../../../operations/operations.api.ts'
import type { vendorBulletin } from '../vendor-bulletin.record.ts'
import { bulletinReadHours } from '../vendor-bulletin.settings.ts'

/** Key of the alarm that a bulletin lies unread too long. */
export const unreadKey = (id: string): string => `unread-bulletin:${id}`

/** Reading them is a duty: one that lies unread too long is an alarm until somebody has read it. */
export const watchBulletins: Task = async (engine) => {
  const since = instantAt(msOf(engine.clock.now()) - engine.settings.get(bulletinReadHours) * 60 * minuteMs)
  const late = await engine.db
    .selectFrom('vendorBulletin')
    .select(['id', 'number', 'title'])
    .where('state', '=', 'unread')
    .where('createdAt', '<=', since)
    .orderBy('id')
    .execute()
  const told = await engine.db.selectFrom('alarm').select('key').where('state', '<>', 'resolved').execute()
  const keys = new Set(told.map(({ key }) => key))
  for (const { id, number, title } of late) {
    if (keys.has(unreadKey(id))) continue
    await engine.inTx(asSystem('bulletins'), (tx) =>
      raiseAlarm(tx, {
        key: unreadKey(id),
        severity: 'warning',
        title: [`厂商公告 ${number} 逾期未读:${title}`, `Bulletin ${number} lies unread: ${title}`],
        about: { record: 'vendor-bulletin', id },
      }),
    )
  }
}

export async function settleUnread(tx: Tx, { id }: RowOf<typeof vendorBulletin>): Promise<void> {
  await resolveAlarm(tx, unreadKey(id), ['已阅读。', 'It has been read.'])
}

export const watchBulletinsCrontab = '7,22,37,52 * * * * watch-vendor-bulletins'
