import { InputNumber } from 'antd'
import { showNumber } from '../format/value.ts'
import type { EditProps, ShowProps, Widget } from './widget.ts'

const Show = ({ value }: ShowProps) => <span className="ts-figures">{showNumber(value as number)}</span>

const Edit = ({ value, onChange, id }: EditProps) => (
  <InputNumber
    {...(id ? { id } : {})}
    value={(value as number | null) ?? null}
    onChange={(next) => onChange?.(next)}
    style={{ width: '100%', maxWidth: 240 }}
  />
)

export const number: Widget = { Show, Edit }
