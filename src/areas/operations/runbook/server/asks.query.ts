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
    number: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    parameters: parametersSchema.readonly(),
  }),
  async run({ db, person }, { id }) {
    const row = (await readItem(db, runbook, person, id)) as unknown as RunbookRow
    const { number, title, titleEn } = row
    return { number, title, titleEn, parameters: (await stepsOf(db, row)).parameters }
  },
})
