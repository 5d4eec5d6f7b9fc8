import '../../server/tables.ts'
import { z } from 'zod'
import { query, type Reading } from '../../../../platform/area.ts'
import { readItem } from '../../../../platform/read/item.ts'
import { staff } from '../../parties.rules.ts'
import { wordsShape } from '../../server/shapes.ts'
import { compareFound } from '../compare.rules.ts'
import { configCheck } from '../config-check.record.ts'
import type { Check } from './ask.ts'

const sideShape = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  component: z.uuid(),
  state: z.enum(configCheck.states),
  checkedAt: z.iso.datetime().nullable(),
})

export const configComparison = query({
  path: '/api/config-comparison',
  allow: staff,
  summary: 'Two checks of configuration beside each other: of two systems, or of one at two times.',
  input: z.strictObject({ left: z.string().max(64), right: z.string().max(64) }),
  output: z.object({
    left: sideShape,
    right: sideShape,
    items: z.array(
      z.object({
        key: z.string(),
        name: wordsShape,
        left: z.string().nullable(),
        right: z.string().nullable(),
        /** Null where one of them could not be read. */
        same: z.boolean().nullable(),
      }),
    ),
  }),
  async run(at, { left, right }) {
    const [one, other] = [await checkOf(at, left), await checkOf(at, right)]
    return { left: one, right: other, items: compareFound(one.found, other.found) }
  },
})

const checkOf = async ({ db, person }: Reading, key: string) =>
  (await readItem(db, configCheck, person, key)) as unknown as Check
