import { behave } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { conditionFaults } from '../../../../record/condition.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { customField } from '../custom-field.record.ts'

const keyForm = /^[a-z][a-z0-9-]*$/

async function holdsTogether(tx: Tx, row: RowOf<typeof customField>): Promise<Fault[]> {
  const entry = tx.registry.all.find(({ record }) => record.name === row.record)
  if (!entry || entry.record.appendOnly)
    return [fault('record', 'no-such-record', '这类记录没有自定义项。', 'This kind of record has no custom fields.')]
  const values = row.choices.map(({ value }) => value)
  const faults = conditionFaults(entry.record, row.when, 'when')
  if (!keyForm.test(row.key))
    faults.push(
      fault(
        'key',
        'wrong-shape',
        '标识只用小写字母、数字和连字符,以字母开头。',
        'A key is small letters, digits and dashes, a letter first.',
      ),
    )
  if ((row.kind === 'choice') !== values.length > 0)
    faults.push(
      fault('choices', 'does-not-fit', '单选须有可选值,其他类型没有。', 'A choice has choices, and only a choice has.'),
    )
  if (new Set(values).size !== values.length)
    faults.push(fault('choices', 'duplicate', '可选值的代码不能重复。', 'No two choices may have the same code.'))
  return faults
}

export const customFieldBehaviour = behave(customField, { guards: { create: holdsTogether, update: holdsTogether } })
