import { Input } from 'antd'
import type { EditProps, ShowProps, Widget } from './widget.ts'

/** Plain text with its line breaks; a list shows its beginning. */
const Show = ({ value, dense }: ShowProps) =>
  dense ? String(value).replaceAll('\n', ' ').slice(0, 200) : <div className="ts-prose">{String(value)}</div>

const Edit = ({ field, value, onChange, id }: EditProps) => (
  <Input.TextArea
    id={id}
    value={(value as string | null) ?? ''}
    maxLength={field.max}
    autoSize={{ minRows: 3, maxRows: 16 }}
    onChange={(event) => onChange?.(event.target.value || null)}
  />
)

export const prose: Widget = { Show, Edit }
