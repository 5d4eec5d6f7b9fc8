import { Form } from 'antd'
import { useId, useMemo } from 'react'
import { nodeOf } from './shape/node.ts'
import { ShapeEdit } from './shape/ShapeEdit.tsx'
import type { EditProps } from './widget.ts'

/** A shaped value to fill in, part by part. */
export function EditJson({ field, value, onChange, id }: EditProps) {
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
