import { Button, Card, Empty, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useCustomFields } from '../client/customs.ts'
import { useComments, useJournal } from '../client/hooks.ts'
import type { Refs } from '../client/types.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import { FieldShow } from '../widgets/index.tsx'
import { RefLink } from '../widgets/link.tsx'
import { words } from '../words.ts'
import { Said } from './talk/Said.tsx'
import { Write } from './talk/Write.tsx'
import { type Change, changesOf, doneWords, type Moment, timelineOf } from './timeline.ts'
import { When } from './When.tsx'

type Filter = 'all' | Moment['kind']

/** Everything that happened to a record, newest first: comments and changes on one line of time. */
export function Timeline({ entry, row, refs: own }: PageProps) {
  const say = useSay()
  const [filter, setFilter] = useState<Filter>('all')
  const journal = useJournal(entry.record, row.id)
  const comments = useComments(entry.record, row.id)
  const failed = journal.error ?? comments.error
  const pages = journal.data?.pages ?? []
  const refs: Refs = Object.assign({}, own, ...pages.map((page) => page.refs), comments.data?.refs)
  const moments = timelineOf(
    pages.flatMap(({ items }) => items),
    comments.data?.items ?? [],
    !journal.hasNextPage,
  ).filter(({ kind }) => filter === 'all' || kind === filter)
  return (
    <Card
      size="small"
      className="ts-timeline"
      title={say(words.timeline)}
      extra={
        <Segmented<Filter>
          size="small"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: say(words.everything) },
            { value: 'comment', label: say(words.comments) },
            { value: 'change', label: say(words.changes) },
          ]}
        />
      }
    >
      {!entry.record.appendOnly && <Write entry={entry} row={row} />}
      {failed && <LoadFailed error={failed} retry={() => Promise.all([journal.refetch(), comments.refetch()])} />}
      {journal.isPending && <Skeleton active title={false} />}
      {!failed && !journal.isPending && moments.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothingYet)} />
      )}
      <ol className="ts-moments">
        {moments.map((moment) => (
          <li key={moment.id} className={`is-${moment.kind}`}>
            {moment.kind === 'comment' ? (
              <Said entry={entry} row={row} refs={refs} comment={moment.comment} />
            ) : (
              <Done moment={moment} entry={entry} row={row} refs={refs} />
            )}
          </li>
        ))}
      </ol>
      {journal.hasNextPage && <p className="ts-on-paper">{say(words.notAllPrinted)}</p>}
      {journal.hasNextPage && (
        <Button
          block
          type="text"
          className="ts-timeline-more"
          loading={journal.isFetchingNextPage}
          onClick={() => journal.fetchNextPage()}
        >
          {say(words.earlier)}
        </Button>
      )}
    </Card>
  )
}

/** `李强 受理:状态 从 新建 改为 已受理` – who did what, and each field from what to what. */
function Done({ moment, ...of }: PageProps & { moment: Moment & { kind: 'change' } }) {
  const { entry, refs } = of
  const say = useSay()
  const lang = useLang()
  const customs = useCustomFields(entry.record)
  const { actor, actorName, verb } = moment.entry
  return (
    <>
      <div className="ts-moment-head">
        {actor && refs[actor] ? (
          <RefLink id={actor} refs={refs} />
        ) : (
          <span>{actor ? actorName : `${say(words.system)} (${actorName})`}</span>
        )}
        <span className="ts-verb">{say(doneWords(entry, verb))}</span>
        <When at={moment.at} />
      </div>
      <ul className="ts-changes">
        {changesOf(entry, moment.entry, refs, lang, customs).map((change) => (
          <li key={change.label}>
            <ChangeLine change={change} isNew={verb === 'create' || change.before === ''} {...of} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface ChangeLineProps extends PageProps {
  readonly change: Change
  readonly isNew: boolean
}

function ChangeLine({ change: { label, before, after, isLong, shaped }, isNew, entry, row, refs }: ChangeLineProps) {
  return (
    <>
      <span className="ts-quiet">{label} </span>
      {!isNew && !isLong && (
        <>
          <s>{before}</s>
          <span aria-hidden> → </span>
        </>
      )}
      {shaped ? (
        <FieldShow entry={entry} name={shaped.name} row={{ ...row, [shaped.name]: shaped.value }} refs={refs} />
      ) : (
        <span className={isLong ? 'ts-prose ts-clip' : ''}>{after}</span>
      )}
    </>
  )
}
