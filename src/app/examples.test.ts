import { describe, expect, it } from 'vitest'
import { fieldsOfRecord } from '../record/record.ts'
import { createSchema, verbSchema } from '../record/schema.ts'
import { registry } from './records.ts'

const examplesOf = (schema: ReturnType<typeof createSchema>): object[] =>
  (schema.meta()?.['examples'] ?? []) as object[]

// A value of its own shape is not made up: where one is needed the example shows the rest.
const shaped = (record: (typeof registry.all)[number]['record']) =>
  fieldsOfRecord(record).some(
    ([, { kind, optional, default: start }]) => kind === 'json' && !optional && start === undefined,
  )

describe('the examples in the description of the API', () => {
  it.each(registry.all.filter(({ record }) => !shaped(record)).map(({ record }) => [record.name, record] as const))(
    'of %s are what it takes',
    (_name, record) => {
      const [created] = examplesOf(createSchema(record))
      expect(createSchema(record).safeParse(created).error?.issues ?? []).toEqual([])
      for (const verb of Object.keys(record.transitions)) {
        const [done] = examplesOf(verbSchema(record, verb))
        expect(verbSchema(record, verb).safeParse(done).error?.issues ?? [], verb).toEqual([])
      }
    },
  )
})
