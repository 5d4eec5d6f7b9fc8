import { action } from '../../areas/service/action/action.record.ts'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { incidentTemplate } from '../../areas/service/incident-template/incident-template.record.ts'
import { incidentUpdate } from '../../areas/service/incident-update/incident-update.record.ts'
import { macro } from '../../areas/service/macro/macro.record.ts'
import { majorIncident } from '../../areas/service/major-incident/major-incident.record.ts'
import { review } from '../../areas/service/review/review.record.ts'
import { timeEntry } from '../../areas/service/time-entry/time-entry.record.ts'
import { addComment } from '../../platform/sides/comment.ts'
import { type Places, placeOf } from './components.ts'
import { lesson, macros, templates, updates } from './desk.data.ts'
import { perform, type Stage } from './stage.ts'

const minute = 60_000
const day = 1_440 * minute

/** What the desk works with, and one evening on which it was needed: a major incident from its report to its agreed review. */
export async function setUpDesk(stage: Stage, places: Places): Promise<void> {
  await stage.as('manager', async (tx) => {
    for (const one of templates) await tx.create(incidentTemplate, one)
    for (const one of macros) await tx.create(macro, one)
  })
  const begun = Date.parse(stage.clock.now()) + minute
  const at = (after: number) => stage.clock.set(begun + after * minute)
  at(0)
  const report = {
    title: '夜间行情转发中断',
    description: '多名交易员来电:报单界面价格不动。',
    impact: 'high',
    urgency: 'high',
    affectsTrading: true,
    channel: 'phone',
    component: placeOf(places, 'line-main').component,
  } as const
  const { id } = await stage.as('operator', (tx) => tx.create(incident, report))
  at(2)
  await stage.as('engineer', async (tx) => {
    await tx.act(incident, id, 'assign', { assignee: stage.people.engineer })
    await tx.act(incident, id, 'start')
  })
  at(4)
  const declared = { title: '夜间行情中断', titleEn: 'Quotes were down at night', gravity: 'general', interval: 30 }
  const { id: major } = (await stage.as('manager', (tx) =>
    perform(tx, stage.engine, incident, id, 'declare-major', declared),
  )) as { id: string }
  await stage.as('manager', (tx) =>
    tx.update(majorIncident, major, { communicator: stage.people.checker, technicalLead: stage.people.engineer }),
  )
  const told = updates.map(({ after, ...said }) => ({
    after,
    do: () => stage.as('checker', (tx) => tx.create(incidentUpdate, { ...said, major })),
  }))
  await play([
    ...told,
    {
      after: 12,
      do: () =>
        stage.as('engineer', (tx) =>
          addComment(stage.engine, tx, incident, id, { text: '专线物理链路中断,已联系运营商;准备切备用线路。' }),
        ),
    },
    { after: 29, do: () => stage.as('manager', (tx) => tx.act(majorIncident, major, 'mitigate')) },
    {
      after: 60,
      do: () =>
        stage.as('engineer', async (tx) => {
          const resolution = '运营商恢复专线,切回主线路并核对行情序号无缺口。'
          await tx.act(incident, id, 'resolve', { resolution, cause: '运营商割接专线,未事先通知。' })
          await tx.create(timeEntry, { incident: id, minutes: 58, note: '切换线路,配合运营商排查' })
        }),
    },
    { after: 64, do: () => stage.as('manager', (tx) => tx.act(majorIncident, major, 'end')) },
    { after: 110, do: () => learn(stage, major) },
  ])

  async function play(acts: readonly { after: number; do(): Promise<unknown> }[]): Promise<void> {
    for (const act of [...acts].sort((a, b) => a.after - b.after)) {
      at(act.after)
      await act.do()
    }
  }
}

/** The review of the evening, agreed by two who did not write it, with what is to be done. */
async function learn(stage: Stage, major: string): Promise<void> {
  const { people, clock } = stage
  const later = () => clock.set(Date.parse(clock.now()) + 10 * minute)
  const due = (days: number) => new Date(Date.parse(clock.now()) + days * day).toISOString().slice(0, 10)
  const participants = [people.engineer, people.checker, people.manager, people.operator]
  const values = { ...lesson, title: '夜间行情中断复盘', major, participants }
  const { id } = await stage.as('engineer', async (tx) => {
    const made = await tx.create(review, values)
    return tx.act(review, made.id, 'submit')
  })
  const first = await stage.as('manager', async (tx) => {
    const given = { title: '为专线增加独立探测', owner: people.engineer, due: due(7), review: id }
    await tx.create(action, { title: '与运营商签订割接通知约定', owner: people.manager, due: due(21), review: id })
    return tx.create(action, given)
  })
  later()
  await stage.as('manager', (tx) => tx.act(review, id, 'agree'))
  later()
  await stage.as('checker', (tx) => tx.act(review, id, 'agree-too'))
  later()
  await stage.as('engineer', (tx) =>
    tx.act(action, first.id, 'finish', { outcome: '已增加 ping 与带宽探测,阈值按一周基线设定。' }),
  )
}
