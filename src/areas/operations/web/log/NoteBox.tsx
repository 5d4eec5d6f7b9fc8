import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useCreate } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { logEntry } from '../../log-entry/log-entry.record.ts'
import { logScreenWords as words } from './words.ts'
import './log.css'

/** Writes a note to the log of the present trading day. Enter writes; nothing for whoever may not. */
export function NoteBox() {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const create = useCreate(logEntry)
  if (!mayEver(logEntry.access.create, useSession())) return null
  const write = () => {
    const said = typed.trim()
    if (said === '' || create.isPending) return
    create.mutate(
      { text: said },
      {
        onSuccess: () => {
          setTyped('')
          void message.success(say(words.written))
        },
        onError: (problem) => message.error(text(problem)),
      },
    )
  }
  return (
    <div className="ops-log-note">
      <Input.TextArea
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          write()
        }}
        placeholder={say(words.note)}
        title={say(words.noteHint)}
        aria-label={say(words.note)}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={4000}
      />
      <Button onClick={write} loading={create.isPending} disabled={typed.trim() === ''}>
        {say(words.write)}
      </Button>
    </div>
  )
}
