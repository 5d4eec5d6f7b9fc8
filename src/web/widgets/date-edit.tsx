import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { instantOf, wallOf } from '../format/time.ts'
import type { EditProps } from './widget.ts'

export const EditDate = ({ value, onChange, id }: EditProps) => (
  <DatePicker
    {...(id ? { id } : {})}
    value={value ? dayjs(String(value)) : null}
    onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
  />
)

/** The picker works on the firm's wall clock, whatever zone the browser is in. */
export const EditMoment = ({ value, onChange, id }: Partial<Pick<EditProps, 'value' | 'onChange' | 'id'>>) => (
  <DatePicker
    {...(id ? { id } : {})}
    showTime={{ format: 'HH:mm' }}
    format="YYYY-MM-DD HH:mm"
    value={value ? dayjs(wallOf(String(value))) : null}
    onChange={(day) => onChange?.(day ? instantOf(day.format('YYYY-MM-DDTHH:mm')) : null)}
  />
)

export interface RangeProps {
  /** Dates, `2026-11-24`; either may be missing. */
  readonly from: string | undefined
  readonly to: string | undefined
  readonly onChange: (from: string | undefined, to: string | undefined) => void
}

export const EditRange = ({ from, to, onChange }: RangeProps) => (
  <DatePicker.RangePicker
    allowEmpty
    value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
    onChange={(days) => onChange(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
  />
)
