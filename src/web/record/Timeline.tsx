import { App, Button, Card, Checkbox, Empty, Mentions, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { mentionOf, partsOf } from '../../record/mention.ts'
import { notesRule } from '../../record/record.ts'
import { holds } from '../../record/rule.ts'
import { useCall, useComments, useJournal, useWriteOf } from '../client/hooks.ts'
import { actorOf, useSession } from '../client/session.ts'
import type { Comment, Refs } from '../client/types.ts'
import { showInstant } from '../format/time.ts'
import type { PageProps } from '../plugin.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import { RefLink } from '../widgets/link.tsx'
import { words } from '../words.ts'
import { sideWords as side } from './side.words.ts'
import { type Change, changesOf, doneWords, type Moment, timelineOf } from './timeline.ts'

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
      {!entry.record.appendOnly && <Write entry={entry} row={row} refs={refs} />}
      {failed && <LoadFailed error={failed} retry={() => Promise.all([journal.refetch(), comments.refetch()])} />}
      {journal.isPending && <Skeleton active title={false} />}
      {!failed && !journal.isPending && moments.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothingYet)} />
      )}
      <ol className="ts-moments">
        {moments.map((moment) => (
          <li key={moment.id} className={`is-${moment.kind}`}>
            {moment.kind === 'comment' ? (
              <Said moment={moment} refs={refs} />
            ) : (
              <Done moment={moment} entry={entry} refs={refs} />
            )}
          </li>
        ))}
      </ol>
      {journal.hasNextPage && (
        <Button block type="text" loading={journal.isFetchingNextPage} onClick={() => journal.fetchNextPage()}>
          {say(words.earlier)}
        </Button>
      )}
    </Card>
  )
}

function Write({ entry, row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const session = useSession()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const [isPrivate, setPrivate] = useState(false)
  const [asked, setAsked] = useState('')
  const write = useWriteOf(entry.record, row.id)
  const readers = useCall<{ items: { id: string; name: string }[] }>(
    `/${entry.record.plural}/${row.id}/readers`,
    { q: asked, private: String(isPrivate) },
    [],
  )
  const mayKeepPrivate = holds(notesRule(entry.record), actorOf(session), row)
  const send = () => {
    const said = typed.trim()
    if (said === '') return
    write.mutate(
      { path: 'comments', body: { text: said, private: isPrivate } },
      { onSuccess: () => setTyped(''), onError: (problem) => message.error(text(problem)) },
    )
  }
  return (
    <div className="ts-write">
      <Mentions
        value={typed}
        onChange={setTyped}
        onSearch={setAsked}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && send()}
        options={(readers.data?.items ?? []).map((one) => ({
          key: one.id,
          // What follows the sign is put into the text.
          value: mentionOf(one).slice(1),
          label: one.name,
        }))}
        filterOption={false}
        placeholder={say(side.mentionHint)}
        aria-label={say(words.comment)}
        autoSize={{ minRows: 1, maxRows: 8 }}
      />
      {mayKeepPrivate && (
        <Checkbox checked={isPrivate} onChange={({ target }) => setPrivate(target.checked)}>
          {say(side.privateNote)}
        </Checkbox>
      )}
      <Button onClick={send} loading={write.isPending} disabled={typed.trim() === ''}>
        {say(words.send)}
      </Button>
    </div>
  )
}

const Said = ({ moment, refs }: { moment: Moment & { kind: 'comment' }; refs: Refs }) => (
  <>
    <div className="ts-moment-head">
      <b>
        <RefLink id={moment.comment.by} refs={refs} />
      </b>
      <When at={moment.at} />
      <SaidHow comment={moment.comment} />
    </div>
    <div className="ts-prose">
      {partsOf(moment.comment.text).map((part, at) => (typeof part === 'string' ? part : <b key={at}>@{part.name}</b>))}
    </div>
  </>
)

/** Only among those who work on it, changed since, or taken back. */
function SaidHow({ comment }: { comment: Comment }) {
  const say = useSay()
  return (
    <>
      {comment.private && <Tag>{say(side.private)}</Tag>}
      {comment.withdrawnAt ? (
        <span className="ts-quiet">{say(side.withdrawn)}</span>
      ) : (
        comment.editedAt && <span className="ts-quiet">{say(side.edited)}</span>
      )}
    </>
  )
}

/** `李强 受理:状态 从 新建 改为 已受理` – who did what, and each field from what to what. */
function Done({ moment, entry, refs }: { moment: Moment & { kind: 'change' }; entry: PageProps['entry']; refs: Refs }) {
  const say = useSay()
  const lang = useLang()
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
        {changesOf(entry, moment.entry, refs, lang).map((change) => (
          <li key={change.label}>
            <ChangeLine change={change} isNew={verb === 'create' || /^(approval|clock)-/.test(verb)} />
          </li>
        ))}
      </ul>
    </>
  )
}

const ChangeLine = ({ change: { label, before, after, isLong }, isNew }: { change: Change; isNew: boolean }) => (
  <>
    <span className="ts-quiet">{label} </span>
    {!isNew && !isLong && (
      <>
        <s>{before}</s>
        <span aria-hidden> → </span>
      </>
    )}
    <span className={isLong ? 'ts-prose ts-clip' : ''}>{after}</span>
  </>
)

const When = ({ at }: { at: string }) => (
  <time dateTime={at} className="ts-quiet ts-figures">
    {showInstant(at, true)}
  </time>
)
