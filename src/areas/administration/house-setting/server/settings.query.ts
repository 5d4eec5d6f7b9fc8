import '../../server/tables.ts'
import { z } from 'zod'
import { query } from '../../../../platform/area.ts'
import type { Words } from '../../../../record/words.ts'
import { houseSetting } from '../house-setting.record.ts'

const words = z.tuple([z.string(), z.string()])
const two = (pair: Words): [string, string] => [...pair]

const settingSchema = z.object({
  key: z.string(),
  group: z.enum(['house', 'sign-in', 'limits', 'retention']),
  words,
  unit: words.nullable(),
  hint: words.nullable(),
  /** A number has bounds, a text has none. */
  least: z.int().nullable(),
  most: z.int().nullable(),
  value: z.string(),
  default: z.string(),
  /** The record of its changes; null as long as nobody has set it. */
  set: z
    .object({
      id: z.uuid(),
      number: z.string(),
      version: z.int(),
      reason: z.string(),
      at: z.iso.datetime(),
      by: z.string(),
    })
    .nullable(),
})

/** Every setting there is, with what holds, what it came with, and who set it last. */
export const settings = query({
  path: '/api/house/settings',
  allow: houseSetting.access.read,
  summary: 'Every setting of the house: what holds now, what it came with, and who changed it last and why',
  input: z.strictObject({}),
  output: z.object({ items: z.array(settingSchema) }),
  async run({ db, engine }) {
    const rows = await db
      .selectFrom('houseSetting')
      .leftJoin('person', 'person.id', 'houseSetting.updatedBy')
      .select(['houseSetting.id', 'houseSetting.number', 'houseSetting.version', 'key', 'value', 'reason'])
      .select(['houseSetting.updatedAt as at', 'person.name as by'])
      .execute()
    return {
      items: engine.settings.all.map((setting) => {
        const row = rows.find(({ key }) => key === setting.key)
        const read = row && setting.read(row.value)
        const comes = engine.settings.defaultOf(setting)
        return {
          key: setting.key,
          group: setting.group,
          words: two(setting.words),
          unit: setting.unit ? two(setting.unit) : null,
          hint: setting.hint ? two(setting.hint) : null,
          least: setting.least ?? null,
          most: setting.most ?? null,
          value: String(read && 'value' in read ? read.value : comes),
          default: String(comes),
          set: row
            ? {
                id: row.id,
                number: row.number,
                version: row.version,
                reason: row.reason,
                at: row.at,
                by: row.by ?? '',
              }
            : null,
        }
      }),
    }
  },
})
