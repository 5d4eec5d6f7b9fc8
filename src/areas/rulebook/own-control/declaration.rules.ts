import { z } from 'zod'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'
import type { RuleArea } from '../areas.rules.ts'
import * as offers from './offers.rules.ts'

const one = (words: Words, of: offers.Offers) => shaped(z.string().trim().min(1).max(120), words, offers.offering(of))
const some = (words: Words, of: offers.Offers) =>
  shaped(z.array(z.string().trim().min(1).max(120)).max(30).default([]), words, offers.offering(of))

const days = shaped(z.number().int().min(1).max(3_660), ['天数', 'Days'])
const lookBack = shaped(z.number().int().min(1).max(3_660).default(400), ['追溯天数', 'Looked back, days'])
const rows = one(['关联记录', 'Rows that point at it'], offers.rows)
const rowStates = some(['其状态(不选则不限)', 'Their states (any, without one)'], offers.rowStates)
const bound = (words: Words) => shaped(z.number().int().min(0).max(100_000).optional(), words)

const stepSchema = z.discriminatedUnion('is', [
  shaped(
    z.strictObject({
      is: z.literal('link'),
      field: one(['关联项', 'Link'], offers.links),
      states: some(
        ['所指记录的状态(不选则不限)', 'States of what it points at (any, without one)'],
        offers.linkedStates,
      ),
    }),
    ['已关联', 'A link is set'],
  ),
  shaped(z.strictObject({ is: z.literal('rows'), rows, states: rowStates }), ['有关联记录', 'Rows point at it']),
])

/** How one subject is judged: a template (模板) with its blanks filled in. Each blank is chosen of what declarations offer. */
export const judgesSchema = z.discriminatedUnion('is', [
  shaped(z.strictObject({ is: z.literal('fresh'), field: one(['时间项', 'Date or time'], offers.dated), days }), [
    '时间不早于若干天前',
    'Fresh within so many days',
  ]),
  shaped(
    z.strictObject({
      is: z.literal('filled'),
      fields: shaped(
        z.array(z.string().trim().min(1).max(60)).min(1).max(12),
        ['应填项目', 'Fields'],
        offers.offering(offers.emptyable),
      ),
    }),
    ['项目填写齐全', 'Fields are filled in'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('chain'),
      steps: shaped(
        z
          .array(shaped(stepSchema, ['环节', 'Link of the chain']))
          .min(1)
          .max(8),
        ['各环节', 'Links of the chain'],
      ),
    }),
    ['链条完整', 'The chain is complete'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('count'),
      rows,
      states: rowStates,
      least: bound(['至少', 'At least']),
      most: bound(['至多', 'At most']),
    }),
    ['数量在范围内', 'So many rows point at it'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('differ'),
      one: one(['一人', 'One person'], offers.people),
      other: one(['另一人', 'The other'], offers.people),
    }),
    ['两人不是同一人', 'Two people differ'],
  ),
  shaped(
    z.strictObject({
      is: z.literal('gap'),
      rows,
      states: rowStates,
      field: one(['时间项', 'Date or time'], offers.rowDated),
      days,
      lookBack,
    }),
    ['间隔不超过若干天', 'No gap longer than so many days'],
  ),
])

export type Judges = z.output<typeof judgesSchema>
export type Step = z.output<typeof stepSchema>

/** Which rows are judged: in these states, and with one of these values of one field; all, where nothing is said. */
export const scopeSchema = z.strictObject({
  states: some(['状态(不选则不限)', 'States (any, without one)'], offers.states),
  field: shaped(
    z.string().trim().min(1).max(60).optional(),
    ['按项目', 'By a field'],
    offers.offering(offers.choosing),
  ),
  values: some(['取值', 'Values'], offers.values),
})

type Scope = z.output<typeof scopeSchema>

/** The subject's own link to whoever answers for it. */
export const ownerSchema = shaped(
  z.string().trim().min(1).max(60),
  ['负责人所在的项目', 'Field that names its owner'],
  offers.offering(offers.owners),
)

/** The firm's own control as it is written down, whoever judges by it. */
export interface Declaration {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly edition: number
  readonly title: string
  readonly titleEn: string | null
  readonly remedy: string
  readonly remedyEn: string | null
  readonly area: RuleArea
  readonly record: string
  readonly scope: Scope
  readonly judges: Judges
  readonly owner: string | null
  readonly minSubjects: number
}
