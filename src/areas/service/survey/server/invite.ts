import type { Task } from '../../../../platform/area.ts'
import type { Follow } from '../../../../platform/follow.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { createAll } from '../../../../platform/write/create-all.ts'
import { asSystem } from '../../../../record/actor.ts'
import type { AnyRecord, AnyRow, RowOf, ValuesOf } from '../../../../record/record.ts'
import { dayMs, instantAt, msOf } from '../../../../record/time.ts'
import { incident } from '../../incident/incident.record.ts'
import { request } from '../../request/request.record.ts'
import '../../server/tables.ts'
import { surveyAnswer } from '../../survey-answer/survey-answer.record.ts'
import type { survey } from '../survey.record.ts'

type Survey = RowOf<typeof survey>

/** Whoever reported what is now closed, or for whom it was asked, is asked once, however often it was opened again. */
export const hearClosing: Follow = async (tx, { record, verb, after }) => {
  const closed = verb === 'close' ? closedOf(record, after) : null
  if (!closed || closed.person === null || closed.person === closed.handler) return
  const { kind, id, person, title, ...about } = closed
  for (const one of await openSurveys(tx, about.service)) {
    const asked = await tx.db
      .selectFrom('surveyAnswer')
      .select('id')
      .where('survey', '=', one.id)
      .where(kind, '=', id)
      .executeTakeFirst()
    if (asked) continue
    await tx.as('survey').create(surveyAnswer, { ...invitationTo(one, person, tx.now), title, [kind]: id, ...about })
  }
}

/** What was closed, as a survey asks about it; null for what nobody is asked about. */
function closedOf({ name }: AnyRecord, row: AnyRow) {
  if (name === incident.name) {
    const { id, title, reportedBy, createdBy, service, team, assignee } = row as unknown as RowOf<typeof incident>
    return { kind: 'incident' as const, id, title, person: reportedBy ?? createdBy, service, team, handler: assignee }
  }
  if (name !== request.name) return null
  const { id, number, title, forPerson, createdBy, service, team, assignee } = row as unknown as RowOf<typeof request>
  const person = forPerson ?? createdBy
  return { kind: 'request' as const, id, title: title ?? number, person, service, team, handler: assignee }
}

const openSurveys = (tx: Tx, service: string | null): Promise<Survey[]> =>
  tx.db
    .selectFrom('survey')
    .selectAll()
    .where('state', '=', 'open')
    .where('kind', '=', 'after-closing')
    .where((one) => one.or([one('service', 'is', null), one('service', '=', service)]))
    .orderBy('id')
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
    await createAll(
      tx,
      surveyAnswer,
      people.map((person) => invitationTo(one, person, tx.now)),
    )
  })

/** Every night: what nobody answered in time. */
export const expireSurveys: Task = async (engine) => {
  const over = await engine.db
    .selectFrom('surveyAnswer')
    .select('id')
    .where('state', '=', 'invited')
    .where('expiresAt', '<=', engine.clock.now())
    .orderBy('id')
    .execute()
  for (const { id } of over)
    await engine.inTx(asSystem('survey'), async (tx) => {
      const { state } = await tx.lock(surveyAnswer, id)
      if (state === 'invited') await tx.act(surveyAnswer, id, 'expire')
    })
}

export const expireSurveysCrontab = '10 16 * * * expire-surveys'
