import { Input, InputNumber, Select } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { LinkPicker } from './LinkPicker.tsx'
import { DeclaredNamed } from './shape/Naming.tsx'
import type { EditProps } from './widget.ts'

// How fields are written: forms want these, lists and pages read without them.

/** What is declared elsewhere is picked by its name, anything else is typed. */
export const EditText = ({ field, value, onChange, id }: EditProps) =>
  field.names ? (
    <DeclaredNamed
      id={id ?? ''}
      names={field.names}
      beside={undefined}
      value={value}
      onChange={(next) => onChange?.(next ?? null)}
    />
  ) : (
    <Input
      id={id}
      value={(value as string | null) ?? ''}
      maxLength={field.max}
      onChange={(event) => onChange?.(event.target.value || null)}
    />
  )

export const EditNumber = ({ value, onChange, id }: EditProps) => (
  <InputNumber
    {...(id ? { id } : {})}
    value={(value as number | null) ?? null}
    onChange={(next) => onChange?.(next)}
    style={{ width: '100%', maxWidth: 240 }}
  />
)

export function EditChoice({ shown, field, value, onChange, id }: EditProps) {
  const say = useSay()
  return (
    <Select
      {...(id ? { id } : {})}
      value={(value as string | null) ?? undefined}
      allowClear={field.optional}
      placeholder={say(words.pick)}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      options={(field.choices ?? []).map((one) => ({ value: one, label: say(shown.choices?.[one] ?? [one, one]) }))}
    />
  )
}

export const EditLink = ({ field, refs, value, onChange, id }: EditProps) => (
  <LinkPicker
    id={id}
    to={String(field.to)}
    refs={refs}
    value={value ? [String(value)] : []}
    allowClear={field.optional}
    onChange={([one]) => onChange?.(one ?? null)}
  />
)

export const EditLinks = ({ field, refs, value, onChange, id }: EditProps) => (
  <LinkPicker
    id={id}
    to={String(field.to)}
    refs={refs}
    multiple
    value={(value as string[] | undefined) ?? []}
    onChange={(ids) => onChange?.(ids)}
  />
)
