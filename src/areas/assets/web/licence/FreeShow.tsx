import { showNumber } from '../../../../web/format/value.ts'
import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { overWords } from './words.ts'

/** What is left of a licence; below nothing it is said in red by how much. */
export function FreeShow({ row }: FieldProps) {
  const say = useSay()
  const free = Number(row['free'])
  return free < 0 ? (
    <StateTag tone="broken" word={say(overWords(-free))} />
  ) : (
    <span className="ts-figures">{showNumber(free)}</span>
  )
}
