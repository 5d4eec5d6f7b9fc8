import { Input, InputNumber, Select } from 'antd'
import type { Field } from '../../../record/field.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { useEntryIf } from '../../context.ts'
import { useSay } from '../../shell/lang.tsx'
import { words } from '../../words.ts'
import { JsonText } from '../JsonText.tsx'
import { RecordNamed, useNameOf } from './Naming.tsx'

/** A condition as it stands so far, within what names its record. */
type Condition = Readonly<Record<string, unknown>>

interface ValueEditProps {
  readonly id: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly condition: Condition
}

/** With what a field is compared: asked for as the field's own kind is. An empty value is `null`. */
export function ValueEdit({ id, value, onChange, condition }: ValueEditProps) {
  const say = useSay()
  const { entry, field } = useField(condition)
  if (!entry || !field) return <Input id={id} disabled placeholder={say(words.pick)} />
  const several = condition['op'] === 'among'
  const options = optionsOf(entry, field, String(condition['field']), say)
  if (options)
    return (
      <Select
        id={id}
        mode={several ? 'multiple' : (undefined as never)}
        allowClear
        value={(value ?? (several ? [] : undefined)) as never}
        placeholder={say(words.pick)}
        options={options as { value: string; label: string }[]}
        onChange={(next: unknown) => onChange(next ?? null)}
      />
    )
  if (several) return <JsonText id={id} value={value} onChange={onChange} />
  if (field.to) return <RecordNamed id={id} to={field.to} value={value} onChange={(next) => onChange(next ?? null)} />
  if (field.kind === 'number')
    return <InputNumber id={id} value={typeof value === 'number' ? value : null} onChange={onChange} />
  if (field.kind === 'prose')
    return (
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    )
  const hint = field.kind === 'date' || field.kind === 'trading-day' ? '2026-11-25' : ''
  return (
    <Input
      id={id}
      placeholder={hint}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}

/** The same as it is read. */
export function ValueShow({ value, condition }: Pick<ValueEditProps, 'value' | 'condition'>) {
  const say = useSay()
  const { entry, field } = useField(condition)
  const known = entry && field ? optionsOf(entry, field, String(condition['field']), say) : undefined
  if (field?.to && typeof value === 'string') return <RecordName to={field.to} value={value} />
  return [value]
    .flat()
    .map((one) => known?.find((option) => option.value === one)?.label ?? String(one))
    .join('、')
}

function RecordName({ to, value }: { to: string; value: string }) {
  const say = useSay()
  return useNameOf(to, 'id', value) ?? say(words.hidden)
}

function useField(condition: Condition): { entry: Entry | undefined; field: Field | undefined } {
  const entry = useEntryIf(condition['record'])
  const name = String(condition['field'] ?? '')
  const field = entry && Object.hasOwn(entry.record.fields, name) ? (entry.record.fields[name] as Field) : undefined
  return { entry, field }
}

function optionsOf(entry: Entry, field: Field, name: string, say: (words: Words) => string) {
  if (field.kind === 'flag')
    return [
      { value: true, label: say(words.yes) },
      { value: false, label: say(words.no) },
    ]
  const known = (entry.words.choices as Record<string, Record<string, Words>>)[name] ?? {}
  return field.choices?.map((one) => ({ value: one, label: say(known[one] ?? [one, one]) }))
}
