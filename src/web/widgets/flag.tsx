import { CheckOutlined } from '@ant-design/icons'
import { Segmented, Switch } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import type { EditProps, ShowProps, Widget } from './widget.ts'

/** A list marks only what is so: a column of “no” hides the one “yes”. */
function Show({ value, dense }: ShowProps) {
  const say = useSay()
  if (dense) return value ? <CheckOutlined aria-label={say(words.yes)} /> : null
  return <>{say(value ? words.yes : words.no)}</>
}

function Edit({ field, value, onChange, id }: EditProps) {
  const say = useSay()
  if (!field.optional)
    return <Switch {...(id ? { id } : {})} checked={value === true} onChange={(on) => onChange?.(on)} />
  return (
    <Segmented
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={(next) => onChange?.(next === '' ? null : next === 'yes')}
      options={[
        { value: '', label: say(words.empty) },
        { value: 'yes', label: say(words.yes) },
        { value: 'no', label: say(words.no) },
      ]}
    />
  )
}

export const flag: Widget = { Show, Edit }
