import { useMemo } from 'react'
import type { z } from 'zod'
import type { FieldProps } from '../../../../web/plugin.ts'
import { nodeOf } from '../../../../web/widgets/shape/node.ts'
import { ShapeShow } from '../../../../web/widgets/shape/ShapeShow.tsx'
import { judgesSchema, ownerSchema, scopeSchema } from '../../own-control/declaration.rules.ts'

/** What is chosen of declarations is called as it is for the kind of record that the control judges. */
const showing = (schema: z.ZodType, of: (row: FieldProps['row']) => unknown) =>
  function Show({ row }: FieldProps) {
    const node = useMemo(() => nodeOf(schema), [])
    return <ShapeShow node={node} value={of(row)} within={{ record: row['record'] }} />
  }

export const JudgesShow = showing(judgesSchema, (row) => row['judges'])
export const ScopeShow = showing(scopeSchema, (row) => row['scope'])
export const OwnerShow = showing(ownerSchema, (row) => row['owner'])
