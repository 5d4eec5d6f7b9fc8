import { Checkbox } from 'antd'
import { useState } from 'react'
import { notesRule } from '../../../record/record.ts'
import { holds } from '../../../record/rule.ts'
import { useWriteOf } from '../../client/hooks.ts'
import { actorOf, useSession } from '../../client/session.ts'
import type { PageProps } from '../../plugin.ts'
import { useSay } from '../../shell/lang.tsx'
import { CommentBox } from './CommentBox.tsx'
import { emptyDraft } from './draft.ts'
import { words } from './words.ts'

/** To say something of a record, for all who read it or, as a private note, for those who work on it. */
export function Write({ entry, row }: Pick<PageProps, 'entry' | 'row'>) {
  const say = useSay()
  const session = useSession()
  const [isPrivate, setPrivate] = useState(false)
  const write = useWriteOf<{ unreached: string[] }>(entry.record, row.id)
  const mayKeepPrivate = holds(notesRule(entry.record), actorOf(session), row)
  return (
    <CommentBox
      entry={entry}
      row={row}
      initial={emptyDraft}
      isPrivate={isPrivate}
      label={say(words.comment)}
      sendLabel={say(words.send)}
      onSend={(text) => write.mutateAsync({ path: 'comments', body: { text, private: isPrivate } })}
    >
      {mayKeepPrivate && (
        <Checkbox
          className="ts-private"
          title={say(words.privateHint)}
          checked={isPrivate}
          onChange={({ target }) => setPrivate(target.checked)}
        >
          {say(words.privateNote)}
        </Checkbox>
      )}
    </CommentBox>
  )
}
