import { showNumber } from '../../../../web/format/value.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { overWords } from './words.ts'

/** What is left of a licence; below nothing it is red, and on a page said by how much. */
export function FreeShow({ row, dense }: FieldProps) {
  const say = useSay()
  const free = Number(row['free'])
  if (free < 0 && !dense) return <StateTag tone="broken" word={say(overWords(-free))} />
  return <span className={`ts-figures${free < 0 ? ' is-broken' : ''}`}>{showNumber(free)}</span>
}
