import { Button, Skeleton } from 'antd'
import { useJournal } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { words as common } from '../../../../web/words.ts'
import { houseSetting } from '../../house-setting/house-setting.record.ts'

/** Every value it has had, the last first: from what to what, who, when and why. */
export function History({ id }: { id: string }) {
  const say = useSay()
  const journal = useJournal(houseSetting, id)
  if (journal.error) return <LoadFailed error={journal.error} retry={() => journal.refetch()} />
  if (!journal.data) return <Skeleton active title={false} />
  const entries = journal.data.pages.flatMap(({ items }) => items)
  return (
    <div className="adm-setting-history">
      <ol className="ts-plain">
        {entries.map(({ id: entry, at, actorName, changes }) => {
          const [before, after] = changes['value'] ?? [null, null]
          return (
            <li key={entry}>
              <span className="ts-figures">{showInstant(at)}</span> {actorName}{' '}
              {after !== null && (
                <b className="ts-figures">{before === null ? String(after) : `${before} → ${after}`}</b>
              )}{' '}
              <span className="ts-quiet">{String(changes['reason']?.[1] ?? '')}</span>
            </li>
          )
        })}
      </ol>
      {journal.hasNextPage && (
        <Button size="small" type="text" onClick={() => journal.fetchNextPage()}>
          {say(common.earlier)}
        </Button>
      )}
    </div>
  )
}
