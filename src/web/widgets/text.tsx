import { Input } from 'antd'
import type { EditProps, ShowProps, Widget } from './widget.ts'

const Show = ({ value }: ShowProps) => <>{String(value)}</>

const Edit = ({ field, value, onChange, id }: EditProps) => (
  <Input
    id={id}
    value={(value as string | null) ?? ''}
    maxLength={field.max}
    onChange={(event) => onChange?.(event.target.value || null)}
  />
)

export const text: Widget = { Show, Edit }
