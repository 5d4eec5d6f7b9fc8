import { EditOutlined, LockOutlined, RollbackOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { partsOf } from '../../../record/mention.ts'
import { notesRule } from '../../../record/record.ts'
import { holds } from '../../../record/rule.ts'
import { useWriteOf } from '../../client/hooks.ts'
import { actorOf, useSession } from '../../client/session.ts'
import type { Comment } from '../../client/types.ts'
import type { PageProps } from '../../plugin.ts'
import { useProblemText } from '../../shell/Broken.tsx'
import { useSay } from '../../shell/lang.tsx'
import { RefLink } from '../../widgets/link.tsx'
import { When } from '../When.tsx'
import { CommentBox } from './CommentBox.tsx'
import { draftOf } from './draft.ts'
import { Wordings } from './Wordings.tsx'
import { words } from './words.ts'
import './talk.css'

/** What somebody said: its author may change or withdraw it, and what it was before can be looked at. */
export function Said({ entry, row, refs, comment }: PageProps & { comment: Comment }) {
  const say = useSay()
  const session = useSession()
  const [editing, setEditing] = useState(false)
  const [looking, setLooking] = useState(false)
  const write = useWriteOf<{ unreached: string[] }>(entry.record, row.id)
  const isOwn = comment.by === session.person.id && comment.withdrawnAt === null && !entry.record.appendOnly
  const mayLook = comment.withdrawnAt === null || comment.by === session.person.id || seesNotes()
  return (
    <div className={comment.private ? 'ts-said is-private' : 'ts-said'}>
      <div className="ts-moment-head">
        <b>
          <RefLink id={comment.by} refs={refs} />
        </b>
        {comment.private && (
          <Tag icon={<LockOutlined />} title={say(words.privateHint)}>
            {say(words.private)}
          </Tag>
        )}
        <Changed comment={comment} {...(mayLook && { looking, toggle: () => setLooking((now) => !now) })} />
        {isOwn && !editing && <Own entry={entry} row={row} comment={comment} edit={() => setEditing(true)} />}
        <When at={comment.at} />
      </div>
      {editing ? (
        <CommentBox
          entry={entry}
          row={row}
          initial={draftOf(comment.text)}
          isPrivate={comment.private}
          label={say(words.edit)}
          sendLabel={say(words.save)}
          onCancel={() => setEditing(false)}
          onSend={async (text) => {
            const kept = await write.mutateAsync({ path: `comments/${comment.id}`, method: 'PATCH', body: { text } })
            setEditing(false)
            return kept
          }}
        />
      ) : (
        <Text text={comment.text} />
      )}
      {looking && <Wordings entry={entry} row={row} comment={comment} />}
    </div>
  )

  function seesNotes(): boolean {
    return holds(notesRule(entry.record), actorOf(session), row)
  }
}

const Text = ({ text }: { text: string }) => (
  <div className="ts-prose">
    {partsOf(text).map((part, at) => (typeof part === 'string' ? part : <b key={at}>@{part.name}</b>))}
  </div>
)

/** Changed since, or taken back; and the way to what it was. */
function Changed({ comment, looking, toggle }: { comment: Comment; looking?: boolean; toggle?: () => void }) {
  const say = useSay()
  if (!comment.editedAt && !comment.withdrawnAt) return null
  const word = say(comment.withdrawnAt ? words.withdrawn : words.edited)
  if (!toggle) return <span className="ts-quiet">{word}</span>
  return (
    <button
      type="button"
      className="ts-said-changed"
      aria-expanded={looking}
      title={say(words.wordings)}
      onClick={toggle}
    >
      {word}
    </button>
  )
}

/** What its author may do with it. */
function Own({ entry, row, comment, edit }: Pick<PageProps, 'entry' | 'row'> & { comment: Comment; edit: () => void }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const write = useWriteOf(entry.record, row.id)
  const withdraw = () =>
    write.mutate(
      { path: `comments/${comment.id}`, method: 'DELETE' },
      { onError: (problem) => message.error(text(problem)) },
    )
  return (
    <span className="ts-said-own">
      <Button
        type="text"
        size="small"
        icon={<EditOutlined />}
        aria-label={say(words.edit)}
        title={say(words.edit)}
        onClick={edit}
      />
      <Popconfirm title={say(words.withdrawSure)} onConfirm={withdraw} overlayStyle={{ maxWidth: 320 }}>
        <Button
          type="text"
          size="small"
          icon={<RollbackOutlined />}
          loading={write.isPending}
          aria-label={say(words.withdraw)}
          title={say(words.withdraw)}
        />
      </Popconfirm>
    </span>
  )
}
