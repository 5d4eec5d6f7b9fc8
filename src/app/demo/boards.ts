import { advisoryItem } from '../../areas/change/advisory-item/advisory-item.record.ts'
import { advisoryMeeting } from '../../areas/change/advisory-meeting/advisory-meeting.record.ts'
import type { Tx } from '../../platform/tx.ts'
import { instantAt } from '../../record/time.ts'
import type { Stage } from './stage.ts'

const minute = 60_000
const day = 1_440 * minute

const itemOf = (tx: Tx, meeting: string, change: string) =>
  tx.db
    .selectFrom('advisoryItem')
    .select('id')
    .where('meeting', '=', meeting)
    .where('change', '=', change)
    .executeTakeFirstOrThrow()

/** A board met over one change of high risk, and is in favour on a condition. */
export async function holdBoard(stage: Stage, change: string): Promise<void> {
  const { people, clock } = stage
  const now = Date.parse(clock.now())
  const { id } = await stage.as('manager', async (tx) => {
    const made = await tx.create(advisoryMeeting, {
      ...{ title: '变更评审会(第一次)', place: '三号会议室', chair: people.manager },
      participants: [people.engineer, people.checker, people.operator],
      startsAt: instantAt(now + 5 * minute),
      endsAt: instantAt(now + 35 * minute),
    })
    await tx.act(advisoryMeeting, made.id, 'invite')
    return tx.act(advisoryMeeting, made.id, 'open')
  })
  await stage.as('checker', async (tx) => {
    const item = await itemOf(tx, id, change)
    await tx.act(advisoryItem, item.id, 'advise', {
      advice: 'conditions',
      said: '固件在同型号备机上尚未演练;业务方确认休市日中断半小时可接受。厂商工程师到场。',
      conditions: '周五前在备机上完整演练一次,并由厂商书面确认回退步骤。',
    })
  })
  await stage.as('manager', (tx) =>
    tx.act(advisoryMeeting, id, 'hold', { remarks: '本次评审一项,有条件同意。演练结果在实施前报主持人。' }),
  )
}

/** The next is planned, and has found by itself what waits for it. */
export async function planNextBoard({ people, clock, ...stage }: Stage, change: string): Promise<void> {
  const startsAt = Date.parse(clock.now()) + 4 * day
  await stage.as('manager', async (tx) => {
    const { id } = await tx.create(advisoryMeeting, {
      ...{ title: '变更评审会(第二次)', place: '三号会议室', chair: people.manager },
      participants: [people.engineer, people.checker],
      startsAt: instantAt(startsAt),
      endsAt: instantAt(startsAt + 60 * minute),
    })
    await itemOf(tx, id, change)
  })
}
