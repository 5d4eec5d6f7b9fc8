import type { Words } from '../../../record/words.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../web/widgets/StateTag.tsx'
import { tones } from './rulebook.ts'
import { standingWords, rulebookWords as words } from './words.ts'
import './rulebook.css'

type Standing = keyof typeof standingWords

export interface PreviewShown extends Readonly<Record<Standing, number>> {
  readonly judged: number
  readonly more: boolean
  readonly better: number
  readonly worse: number
  readonly items: readonly {
    readonly number: string
    readonly was: Standing | null
    readonly is: Standing | null
    readonly text: Words
  }[]
}

const standings = ['bad', 'unknown', 'excepted', 'ok'] as const
const toneOf = { bad: tones.broken, unknown: tones['no-evidence'], excepted: tones.excepted, ok: tones.kept } as const
const mostShown = 20

/** How many would stand how, and which would stand otherwise than now. */
export function Previewed({ found }: { found: PreviewShown }) {
  const say = useSay()
  return (
    <section aria-label={say(words.previewed)} aria-live="polite" className="rul-preview">
      <p className="rul-acts ts-figures">
        {standings
          .filter((one) => found[one] > 0 || one === 'bad' || one === 'ok')
          .map((one) => (
            <span key={one}>
              <ToneMark tone={toneOf[one]} /> {say(standingWords[one])} <b>{found[one]}</b>
            </span>
          ))}
        <span className="ts-quiet">
          {say(words.changes)}: {found.worse} {say(words.worse)}, {found.better} {say(words.better)}
        </span>
      </p>
      {found.more && <p className="ts-quiet">{say(words.firstOnly)}</p>}
      {found.items.length === 0 && <p className="ts-quiet">{say(words.unchanged)}</p>}
      <ul className="ts-plain">
        {found.items.slice(0, mostShown).map(({ number, is, text }) => (
          <li key={number} className="rul-would">
            {is ? (
              <StateTag tone={toneOf[is]} word={say(standingWords[is])} />
            ) : (
              <StateTag tone="ended" word={say(words.outside)} />
            )}
            <span className="ts-figures">{number}</span> <span>{say(text)}</span>
          </li>
        ))}
      </ul>
      {found.items.length > mostShown && <p className="ts-quiet">{say(words.andMore)}</p>}
    </section>
  )
}
