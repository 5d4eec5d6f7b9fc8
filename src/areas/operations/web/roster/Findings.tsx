import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { findingNames, findingWords } from '../../roster/finding.words.ts'
import type { BoardFinding } from './board.ts'

/** Whoever is missing comes before what is merely too much. */
const isGrave = ({ kind }: BoardFinding): boolean =>
  kind === 'hole' || kind === 'maker-is-checker' || kind === 'two-places'

/** What a proof found, each as a sentence to the minute. */
export function Findings({ findings }: { findings: readonly BoardFinding[] }) {
  const say = useSay()
  const sorted = [...findings.filter(isGrave), ...findings.filter((one) => !isGrave(one))]
  return (
    <ul className="ros-findings">
      {sorted.map((one) => (
        <li key={`${one.kind}${one.from}${one.position?.id}${one.person?.id}`}>
          <StateTag tone={isGrave(one) ? 'broken' : 'late'} word={say(findingNames[one.kind])} />
          <span className="ts-figures">{say(findingWords(one))}</span>
        </li>
      ))}
    </ul>
  )
}
