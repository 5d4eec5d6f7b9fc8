import type { RowOf } from '../../../../record/record.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Refs } from '../../../../web/client/types.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import type { licence } from '../../licence/licence.record.ts'
import type { Point } from '../../licence/position.rules.ts'
import { Entitlements } from './Entitlements.tsx'
import { Given } from './Given.tsx'
import { Position } from './Position.tsx'
import './licence.css'

export interface Standing {
  readonly today: Point
  readonly points: readonly Point[]
  readonly found: { readonly installed: number; readonly uncovered: number; readonly assets: readonly string[] } | null
  readonly refs: Refs
}

/** A licence: whether it is enough, what was bought of it, and who has it. */
export function AboutLicence({ row }: PageProps) {
  const of = row as unknown as RowOf<typeof licence>
  const watches = ['licence', 'entitlement', 'allocation', 'installation']
  const { data, error, refetch } = useCall<Standing>(`/licences/${of.id}/position`, {}, watches)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <>
      <Position of={of} standing={data} />
      <Entitlements of={of} />
      <Given of={of} standing={data} />
    </>
  )
}
