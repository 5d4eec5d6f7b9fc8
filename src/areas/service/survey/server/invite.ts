import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { RowOf, ValuesOf } from '../../../../record/record.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import type { incident } from '../../incident/incident.record.ts'
import '../../server/tables.ts'
import { surveyAnswer } from '../../survey-answer/survey-answer.record.ts'
import type { survey } from '../survey.record.ts'

type Survey = RowOf<typeof survey>

/** Whoever reported what is now closed is asked once, however often it was opened again. */
export const hearClosing: Follow = async (tx, { record, verb, after }) => {
  if (record.name !== 'incident' || verb !== 'close') return
  const closed = after as unknown as RowOf<typeof incident>
  const person = closed.reportedBy ?? closed.createdBy
  if (person === null || person === closed.assignee) return
  for (const one of await openSurveys(tx, closed.service)) {
    const asked = await tx.db
      .selectFrom('surveyAnswer')
      .select('id')
      .where('survey', '=', one.id)
      .where('incident', '=', closed.id)
      .executeTakeFirst()
    if (asked) continue
    await tx.as('survey').create(surveyAnswer, {
      ...invitationTo(one, person, tx.now),
      title: closed.title,
      incident: closed.id,
      service: closed.service,
      team: closed.team,
      handler: closed.assignee,
    })
  }
}

const openSurveys = (tx: Tx, service: string | null): Promise<Survey[]> =>
  tx.db
    .selectFrom('survey')
    .selectAll()
    .where('state', '=', 'open')
    .where('kind', '=', 'after-closing')
    .where((one) => one.or([one('service', 'is', null), one('service', '=', service)]))
    .execute()

const invitationTo = (one: Survey, person: string, now: string): ValuesOf<typeof surveyAnswer> => ({
  title: one.title,
  survey: one.id,
  service: one.service,
  person,
  naming: one.naming,
  questions: one.questions,
  expiresAt: instantAt(msOf(now) + one.openDays * dayMs),
})

/** Asks everybody whom a periodic survey means; whoever was asked before a crash is not asked again. */
export const inviteAll: Task = (engine, { survey: id }: { survey: string }) =>
  engine.inTx(asSystem('survey'), async (tx) => {
    const one = await tx.db.selectFrom('survey').selectAll().where('id', '=', id).executeTakeFirst()
    if (one?.state !== 'open') return
    const asked = await tx.db.selectFrom('surveyAnswer').select('person').where('survey', '=', id).execute()
    const known = new Set(asked.map(({ person }) => person))
    const people = (await engine.directory.people(tx.db, one.to)).filter((person) => !known.has(person))
    await tx.putMany(
      surveyAnswer,
      people.map((person) => ({ values: invitationTo(one, person, tx.now) })),
    )
  })

/** Every night: what nobody answered in time. */
export const expireSurveys: Task = async (engine) => {
  const over = await engine.db
    .selectFrom('surveyAnswer')
    .select('id')
    .where('state', '=', 'invited')
    .where('expiresAt', '<=', engine.clock.now())
    .execute()
  for (const { id } of over)
    await engine.inTx(asSystem('survey'), async (tx) => {
      const { state } = await tx.lock(surveyAnswer, id)
      if (state === 'invited') await tx.act(surveyAnswer, id, 'expire')
    })
}

export const expireSurveysCrontab = '10 16 * * * expire-surveys'
