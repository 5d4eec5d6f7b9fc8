import { useSay } from '../../../web/shell/lang.tsx'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import type { ControlShown } from './rulebook.ts'
import { rulebookWords as words } from './words.ts'
import './rulebook.css'

/** How far judging all subjects of a control anew has come: `Re-judging 412,000 of 1,000,000`. */
export function Anew({ one: { anew } }: { one: Pick<ControlShown, 'anew'> }) {
  const say = useSay()
  if (!anew) return null
  const far =
    anew.of === null ? '' : ` ${anew.done.toLocaleString('en')} ${say(words.outOf)} ${anew.of.toLocaleString('en')}`
  return (
    <span className="rul-anew ts-figures">
      <StateTag tone="progress" word={`${say(words.anew)}${far}`} />
    </span>
  )
}
