import { Skeleton } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import { logEntryWords } from '../../log-entry/log-entry.words.ts'
import type { Recurring as RecurringItem } from './lines.ts'
import { timesWords, logScreenWords as words } from './words.ts'

interface RecurringProps {
  readonly items: readonly RecurringItem[] | undefined
  readonly onChoose: (component: string, kind: string) => void
}

/** What keeps coming back: worth a cure, not another patch. */
export function Recurring({ items, onChoose }: RecurringProps) {
  const say = useSay()
  return (
    <aside className="ops-recurring">
      <h2 title={say(words.recurringHint)}>{say(words.recurring)}</h2>
      {!items && <Skeleton active title={false} />}
      {items?.length === 0 && <p className="ts-quiet">{say(words.nothingRecurs)}</p>}
      <ul>
        {items?.map(({ kind, component, count, days }) => (
          <li key={`${kind}${component.id}`}>
            <button type="button" onClick={() => onChoose(component.id, kind)}>
              <span>{component.name}</span>
              <span className="ts-quiet">
                {say(logEntryWords.choices.kind[kind] ?? [kind, kind])} · {say(timesWords(count, days))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {items && items.length > 0 && <p className="ts-quiet">{say(words.recurringHint)}</p>}
    </aside>
  )
}
