import type { FieldProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Difference, differenceWords } from '../../invoice/match.rules.ts'

/** In what an invoice differs from the order and from what came in, as sentences. */
export function DifferencesShow({ row }: FieldProps) {
  const say = useSay()
  const found = (row['differences'] ?? []) as readonly Difference[]
  return (
    <ul className="ts-plain">
      {found.map((one) => (
        <li key={`${one.line} ${one.is}`}>{say(differenceWords(one))}</li>
      ))}
    </ul>
  )
}
