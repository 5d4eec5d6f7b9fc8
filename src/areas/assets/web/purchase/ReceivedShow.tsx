import type { RowOf } from '../../../../record/record.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import type { purchase } from '../../purchase/purchase.record.ts'

/** `1: 3/5 · 2: 10/10`: of each line how many came in, and of how many. */
export function ReceivedShow({ row }: FieldProps) {
  const { lines, received } = row as unknown as Pick<RowOf<typeof purchase>, 'lines' | 'received'>
  const parts = received.map(({ quantity }, n) => `${n + 1}: ${quantity}/${lines?.[n]?.quantity ?? '?'}`)
  return <span className="ts-figures">{parts.join(' · ')}</span>
}
