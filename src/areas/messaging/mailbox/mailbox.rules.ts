import { type Fault, fault } from '../../../record/problem.ts'
import type { AnyRecord, RowOf } from '../../../record/record.ts'
import type { Registry } from '../../../record/registry.ts'
import { createSchema } from '../../../record/schema.ts'
import type { mailbox } from './mailbox.record.ts'

type Row = RowOf<typeof mailbox>

/** What is wrong with a mailbox: an address that is none, a record that nobody makes, fields or values it would not take. */
export function mailboxFaults({ address, makes }: Row, registry: Registry): Fault[] {
  const faults = /^[^\s<>,;:"()@]+@[^\s<>,;:"()@]+$/.test(address)
    ? []
    : [fault('address', 'wrong-format', '这不是邮件地址。', 'This is no mail address.')]
  const record = registry.all.find((entry) => entry.record.name === makes.record)?.record
  if (!record || record.access.create.is === 'nobody')
    return [
      ...faults,
      fault('makes.record', 'no-such-record', '没有这类可新建的记录。', 'No record of this kind can be made.'),
    ]
  return [...faults, ...fieldFaults(record, makes), ...valueFaults(record, makes)]
}

function fieldFaults(record: AnyRecord, makes: Row['makes']): Fault[] {
  const faults = (['subject', 'text'] as const)
    .filter((part) => !holdsText(record, makes[part]))
    .map((part) => fault(`makes.${part}`, 'no-text-field', '这一项不能填写文字。', 'This field takes no text.'))
  if (makes.subject === makes.text)
    faults.push(
      fault('makes.text', 'twice', '主题与正文须填入不同的项。', 'Subject and text go into different fields.'),
    )
  return faults
}

function holdsText(record: AnyRecord, name: string): boolean {
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  return field !== undefined && field.by !== 'system' && (field.kind === 'text' || field.kind === 'prose')
}

function valueFaults(record: AnyRecord, { subject, text, values }: Row['makes']): Fault[] {
  const read = createSchema(record).safeParse({ ...values, [subject]: 'x', [text]: 'x' })
  return (read.error?.issues ?? [])
    .filter(({ path }) => path[0] !== subject && path[0] !== text)
    .map(({ path, message }) =>
      fault(
        ['makes.values', ...path.map(String)].join('.'),
        'does-not-fit',
        `内容不合该记录的要求:${path.join('.')}`,
        `The record would not take this: ${message}`,
      ),
    )
}
