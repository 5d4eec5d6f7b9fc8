import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { everyone } from '../../../../record/rule.ts'
import '../../server/tables.ts'
import { parametersSchema } from '../parameter.rules.ts'
import { runbook } from '../runbook.record.ts'
import { type RunbookRow, stepsOf } from './steps.ts'

/** What a run of an edition asks for before it begins. */
export const runbookAsks = query({
  path: '/api/runbooks/:id/asks',
  allow: everyone,
  summary: 'The parameters that a run of it asks for: its own, or those of the runbook it does in reverse.',
  input: z.strictObject({ id: z.string().min(1).max(64) }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    parameters: parametersSchema.readonly(),
    /** Those that one of them may mean; none where none asks for one. */
    components: z.array(z.object({ code: z.string(), name: z.string() })),
  }),
  async run({ db, person }, { id }) {
    const row = (await readItem(db, runbook, person, id)) as unknown as RunbookRow
    const { number, title, titleEn } = row
    const { parameters } = await stepsOf(db, row)
    const components = parameters.some(({ kind }) => kind === 'component')
      ? await db
          .selectFrom('component')
          .select(['code', 'name'])
          .where('state', '<>', 'retired')
          .orderBy('code')
          .execute()
      : []
    return { id: row.id, number, title, titleEn, parameters, components }
  },
})
