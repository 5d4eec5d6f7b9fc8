import { Select } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { StateTag } from './StateTag.tsx'
import type { EditProps, ShowProps, Widget } from './widget.ts'

function Show({ shown, value, tone }: ShowProps) {
  const say = useSay()
  const word = say(shown.choices?.[String(value)] ?? [String(value), String(value)])
  return tone ? <StateTag tone={tone} word={word} /> : word
}

function Edit({ shown, field, value, onChange, id }: EditProps) {
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

export const choice: Widget = { Show, Edit }
