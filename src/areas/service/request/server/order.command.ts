import { z } from 'zod'
import { command } from '../../../../platform/area.ts'
import { everyone } from '../../../../record/rule.ts'
import { answersSchema } from '../../offering/question.rules.ts'
import { request } from '../request.record.ts'

/** Raises a request and submits it: approved at once, or before those whom its offering asks. All of it or nothing. */
export const order = command({
  path: '/api/orders',
  allow: everyone,
  summary: 'Order an offering: raise a request for it and submit it',
  input: z.strictObject({
    offering: z.uuid(),
    forPerson: z.uuid().nullable().default(null),
    answers: answersSchema.default({}),
  }),
  output: z.object({ id: z.uuid(), number: z.string(), state: z.enum(request.states as [string, ...string[]]) }),
  async run(tx, input) {
    const { id } = await tx.create(request, input)
    await tx.act(request, id, 'submit')
    const { number, state } = await tx.lock(request, id)
    return { id, number, state }
  },
})
