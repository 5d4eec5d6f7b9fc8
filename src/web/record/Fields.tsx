import { Form } from 'antd'
import type { Field } from '../../record/field.ts'
import { ownWords } from '../../record/own.words.ts'
import type { Entry } from '../../record/registry.ts'
import type { Refs } from '../client/types.ts'
import { useSay } from '../shell/lang.tsx'
import { CustomEdit, useCustomsAsked } from '../widgets/custom-edit.tsx'
import { FieldEdit } from '../widgets/index.tsx'

interface FieldsProps {
  readonly entry: Entry
  readonly names: readonly string[]
  readonly refs: Refs
  /** Names that must be filled, beside what the declaration itself demands. */
  readonly required?: readonly string[]
}

/** The fields of a record as items of a form: short ones side by side, long ones across. */
export function Fields({ entry, names, refs, required = [] }: FieldsProps) {
  const say = useSay()
  const isRequired = (name: string, field: Field) =>
    required.includes(name) || (!field.optional && field.kind !== 'flag' && !isList(field))
  return (
    <div className="ts-fields">
      {names.map((name) => {
        const field = entry.record.fields[name] as Field
        if (name === 'custom') return <CustomItem key={name} entry={entry} />
        return (
          <Form.Item
            key={name}
            name={name}
            label={say(entry.words.fields[name] ?? [name, name])}
            required={isRequired(name, field)}
            className={isWide(field, name === entry.record.label) ? 'is-wide' : ''}
          >
            <FieldEdit entry={entry} name={name} refs={refs} />
          </Form.Item>
        )
      })}
    </div>
  )
}

/** A list may be left empty. */
const isList = ({ kind, default: usual }: Field) => kind === 'links' || (kind === 'json' && Array.isArray(usual))

/** The firm's own fields stand together, where there are any. */
function CustomItem({ entry }: { entry: Entry }) {
  const say = useSay()
  if (useCustomsAsked(entry).length === 0) return null
  return (
    <Form.Item name="custom" label={say(ownWords.custom)} className="is-wide">
      <CustomEdit entry={entry} />
    </Form.Item>
  )
}

const isWide = (field: Field, isLabel: boolean) =>
  isLabel || field.kind === 'prose' || field.kind === 'json' || field.kind === 'links'
