import { DatePicker, InputNumber } from 'antd'
import dayjs from 'dayjs'
import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Line } from '../../purchase/purchase.rules.ts'

interface PiecesProps {
  readonly of: Line
  /** What is counted, said after the line itself. */
  readonly label: Words
  readonly most: number
  readonly value: number | undefined
  readonly onChange: (pieces: number) => void
}

/** How many pieces of a line. */
export function Pieces({ of, label, most, value, onChange }: PiecesProps) {
  const say = useSay()
  return (
    <InputNumber
      min={0}
      max={most}
      precision={0}
      value={value ?? 0}
      onChange={(next) => onChange(next ?? 0)}
      aria-label={`${of.what} ${say(label)}`}
    />
  )
}

interface DayProps {
  readonly id: string
  readonly value: string
  readonly onChange: (day: string) => void
}

/** A day that is always given. */
export const Day = ({ id, value, onChange }: DayProps) => (
  <DatePicker
    id={id}
    allowClear={false}
    value={dayjs(value)}
    onChange={(day) => day && onChange(day.format('YYYY-MM-DD'))}
  />
)
