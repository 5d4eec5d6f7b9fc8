import type { Field } from './field.ts'
import type { AnyRecord } from './record.ts'

const id = '0192f0c4-0000-7000-8000-000000000001'

/** Values that these fields take, for the description of the API. What has a shape of its own shows where it starts. */
export const exampleOf = (record: AnyRecord, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = exampleFor(record.fields[name])
      return value === undefined ? [] : [[name, value]]
    }),
  )

function exampleFor(field: Field): unknown {
  if (field.default !== undefined) return field.default
  switch (field.kind) {
    case 'text':
      return fitting(field, ['报单网关无响应', 'gateway', 'A1'])
    case 'prose':
      return '10:31 起报单超时,已切换到备用网关。'
    case 'choice':
      return field.choices?.[0]
    case 'number':
      return fitting(field, [10, 1, 0, 2026])
    case 'flag':
      return true
    case 'date':
    case 'trading-day':
      return '2026-11-25'
    case 'instant':
      return '2026-11-25T01:00:00.000Z'
    case 'link':
      return id
    case 'links':
      return [id]
    case 'json':
      return undefined
  }
}

const fitting = (field: Field, values: readonly unknown[]): unknown =>
  values.find((value) => field.schema.safeParse(value).success)
