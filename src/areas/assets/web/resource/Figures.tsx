import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Resource } from '../../resource/shape.rules.ts'
import { count, percent, tookWords, yuan } from './took.ts'
import { resourceWords as words } from './words.ts'

/** The figures of an asset beside each other; what is not known is left out. */
export function Figures({ figures: of }: Pick<Resource, 'figures'>) {
  const say = useSay()
  const shown: readonly (readonly [Words, string, boolean])[] = [
    [words.age, count(of.ageMonths), of.ageMonths !== null],
    [words.use, percent(of.use), of.use !== null],
    [words.up, percent(of.up), of.up !== null],
    [words.failures, count(of.failures), true],
    [words.repairs, count(of.repairs), true],
    [words.response, say(tookWords(of.responseMinutes)), of.responseMinutes !== null],
    [words.cost, yuan(of.cost), of.cost !== null],
    [words.bookValue, yuan(of.bookValue), of.bookValue !== null],
    [words.spentYear, yuan(of.spentYear), of.spentYear > 0],
    [words.spentAll, yuan(of.spentAll), of.spentAll > of.spentYear],
    [words.costYear, yuan(of.costYear), of.costYear > 0],
    [words.warranty, of.warrantyUntil ?? '', of.warrantyUntil !== null],
    [words.support, of.supportUntil ?? '', of.supportUntil !== null],
    [words.idle, count(of.idleDays), of.idleDays !== null],
  ]
  return (
    <dl className="rsc-figures">
      {shown
        .filter(([, , isKnown]) => isKnown)
        .map(([label, text]) => (
          <div key={label[1]}>
            <dt>{say(label)}</dt>
            <dd className="ts-figures">{text}</dd>
          </div>
        ))}
    </dl>
  )
}
