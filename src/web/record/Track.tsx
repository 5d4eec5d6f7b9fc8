import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import type { Row } from '../client/types.ts'
import { toneOf, useParts } from '../context.ts'
import { useSay } from '../shell/lang.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { words } from '../words.ts'
import { nextStates } from './verbs.ts'

/** The lifecycle as a small track: where the record is, and where it can go next. */
export function Track({ entry, row }: { entry: Entry; row: Row }) {
  const say = useSay()
  const { areas } = useParts()
  const next = nextStates(entry.record, row.state)
  const word = (state: string) => say((entry.words.states as Record<string, Words>)[state] ?? [state, state])
  return (
    <ol className="ts-track" aria-label={say(words.lifecycle)}>
      {entry.record.states.map((state) => {
        const isHere = state === row.state
        const canGo = next.includes(state)
        return (
          <li
            key={state}
            className={isHere ? 'is-here' : canGo ? 'is-next' : ''}
            aria-current={isHere ? 'step' : undefined}
            title={isHere ? say(words.isHere) : canGo ? say(words.canGoTo) : undefined}
          >
            {isHere ? (
              <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'progress'} word={word(state)} />
            ) : (
              word(state)
            )}
          </li>
        )
      })}
    </ol>
  )
}
