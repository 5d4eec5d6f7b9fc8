import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'

const name = () => shaped(z.string().trim().min(1).max(40), ['名称', 'Name'])
const nameEn = () => shaped(z.string().trim().min(1).max(60).optional(), ['英文名称', 'Name in English'])
const severity = () =>
  shaped(z.enum(['warning', 'critical']).default('warning'), ['越限时的级别', 'Severity when out of range'], {
    choices: { warning: ['警告', 'Warning'], critical: ['严重', 'Critical'] },
  })
const answer = () => shaped(z.string().trim().min(1).max(40), ['选项', 'Answer'])

/** What is read at a checkpoint. Readings are told apart by their names, in every round. */
export const readingSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('number'),
      name: name(),
      nameEn: nameEn(),
      unit: shaped(z.string().trim().min(1).max(12).optional(), ['单位', 'Unit']),
      low: shaped(z.number().optional(), ['下限', 'Not below']),
      high: shaped(z.number().optional(), ['上限', 'Not above']),
      severity: severity(),
    }),
    ['数值', 'A number'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('yes-no'),
      name: name(),
      nameEn: nameEn(),
      good: shaped(z.enum(['yes', 'no']).default('yes'), ['正常时为', 'When all is well'], {
        choices: { yes: ['是', 'Yes'], no: ['否', 'No'] },
      }),
      severity: severity(),
    }),
    ['是或否', 'Yes or no'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('choice'),
      name: name(),
      nameEn: nameEn(),
      choices: shaped(z.array(answer()).min(2).max(12), ['选项', 'Answers'], { tags: true }),
      good: shaped(z.array(answer()).min(1).max(12), ['其中正常的', 'Of these, well'], { tags: true }),
      severity: severity(),
    }),
    ['选一项', 'One of several'],
  ),
])

export const readingsSchema = z.array(shaped(readingSchema, ['读数', 'Reading'])).max(20)

/** What was read, by the names of the readings. */
export const valuesSchema = z.record(z.string().max(40), z.union([z.number(), z.string().max(40)]))

export type Reading = z.output<typeof readingSchema>
export type Values = z.output<typeof valuesSchema>
