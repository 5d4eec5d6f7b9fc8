import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import { planner } from '../../parties.rules.ts'
import { affectedShape, clashShape, freezeShape, serviceShape } from '../../server/shapes.ts'
import { answersSchema, risks } from '../plan.rules.ts'
import { assess, isTrading } from '../risk.rules.ts'
import { aroundOf } from './around.ts'

const ids = z
  .string()
  .max(8_000)
  .optional()
  .transform((text) => (text ? text.split(',') : []))
  .pipe(z.array(z.uuid()).max(200))

/** While a change is written down: what it would touch, how much is at stake, and what else is on at its time. */
export const changeOutlook = query({
  path: '/api/change-outlook',
  allow: planner,
  summary: 'What changing these components at that time would touch, its risk, and the freezes and changes in its way',
  input: z.strictObject({
    id: z.uuid().optional(),
    components: ids,
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    rehearsed: answersSchema.shape.rehearsed.optional(),
    undo: answersSchema.shape.undo.optional(),
    done: answersSchema.shape.done.optional(),
    outage: answersSchema.shape.outage.optional(),
  }),
  output: z.object({
    risk: z.enum(risks).nullable(),
    affected: z.array(affectedShape),
    services: z.array(serviceShape),
    trading: z.boolean(),
    freezes: z.array(freezeShape).nullable(),
    clashes: z.array(clashShape),
  }),
  async run({ db, engine }, { id, components, from, to, ...said }) {
    const asked = { id: id ?? null, components, plannedStart: from ?? null, plannedEnd: to ?? null }
    const around = await aroundOf(db, engine.settings, asked)
    const answers = answersSchema.safeParse(said)
    return {
      risk: assess(answers.success ? answers.data : null, around.components, around.affected)?.risk ?? null,
      affected: [...around.affected],
      services: [...around.services],
      trading: [...around.components, ...around.affected].some(isTrading),
      freezes: around.freezes && [...around.freezes],
      clashes: around.clashes.map(({ same, related, ...one }) => ({ ...one, same: [...same], related: [...related] })),
    }
  },
})
