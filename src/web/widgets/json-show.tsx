import { useMemo } from 'react'
import { nodeOf } from './shape/node.ts'
import { ShapeShow } from './shape/ShapeShow.tsx'
import type { ShowProps } from './widget.ts'

const nothing = {}

/** A shaped value as it is read, each part by its words. */
export function ShowJson({ shown, value }: ShowProps) {
  const node = useMemo(() => shown.schema && nodeOf(shown.schema), [shown.schema])
  return node ? <ShapeShow node={node} value={value} within={nothing} /> : <code>{JSON.stringify(value)}</code>
}
