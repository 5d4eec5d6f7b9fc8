import { Form } from 'antd'
import { useId, useMemo } from 'react'
import { nodeOf } from './shape/node.ts'
import { ShapeEdit } from './shape/ShapeEdit.tsx'
import { ShapeShow } from './shape/ShapeShow.tsx'
import type { EditProps, ShowProps, Widget } from './widget.ts'

const nothing = {}

/** In a table one line is enough; on a page, each part by its words. */
function Show({ shown, value, dense }: ShowProps) {
  const node = useMemo(() => shown.schema && nodeOf(shown.schema), [shown.schema])
  if (dense || !node) return <code>{JSON.stringify(value).slice(0, 120)}</code>
  return <ShapeShow node={node} value={value} within={nothing} />
}

function Edit({ field, value, onChange, id }: EditProps) {
  const own = useId()
  // A form may say beside it which kind of record is meant.
  const record = Form.useWatch('record')
  const node = useMemo(() => nodeOf(field.schema), [field.schema])
  return (
    <ShapeEdit
      node={node}
      id={id ?? own}
      value={value}
      within={{ record }}
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}

export const json: Widget = { Show, Edit }
