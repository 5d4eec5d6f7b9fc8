import { z } from 'zod'
import { courseOf, courseSchema, namesOf, peopleIn } from '../approval/show.ts'
import { me } from '../http/gate.ts'
import { answers, listed, params, type Side } from './side.ts'

/** What was asked for on a record, newest first: the last twenty. */
export function approvalRoute({ app, engine, at, tags, row }: Side): void {
  const schema = { tags, params, querystring: z.strictObject({}), response: { 200: listed(courseSchema), ...answers } }
  app.get(`${at}/approvals`, { schema }, async (request) => {
    const { id } = await row(request)
    const { person } = me(request)
    const found = await engine.db
      .selectFrom('approval')
      .selectAll()
      .where('recordId', '=', id)
      .orderBy('id', 'desc')
      .limit(20)
      .execute()
    const items = await Promise.all(found.map((one) => courseOf(engine, one, person, request.lang)))
    return { items, refs: await namesOf(engine, person, items.flatMap(peopleIn), []) }
  })
}
