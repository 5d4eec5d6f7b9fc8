import { App, Button, Mentions } from 'antd'
import { type ReactNode, useState } from 'react'
import { partsOf } from '../../../record/mention.ts'
import { useCall } from '../../client/hooks.ts'
import type { PageProps } from '../../plugin.ts'
import { useProblemText } from '../../shell/Broken.tsx'
import { useSay } from '../../shell/lang.tsx'
import { type Draft, keptOf, nameFor } from './draft.ts'
import { unreachedWords, words } from './words.ts'

interface CommentBoxProps extends Pick<PageProps, 'entry' | 'row'> {
  readonly initial: Draft
  readonly isPrivate: boolean
  readonly label: string
  readonly sendLabel: string
  /** Sends the text; the server says whom it does not reach. */
  readonly onSend: (text: string) => Promise<{ readonly unreached: readonly string[] }>
  /** How to give up a change. */
  readonly onCancel?: () => void
  readonly children?: ReactNode
}

interface Reader {
  readonly id: string
  readonly name: string
}

/** A text in which `@` offers those who can read it. Ctrl+Enter sends, Escape leaves what was not changed. */
export function CommentBox({
  entry,
  row,
  initial,
  isPrivate,
  label,
  sendLabel,
  onSend,
  onCancel,
  children,
}: CommentBoxProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [draft, setDraft] = useState(initial)
  const [asked, setAsked] = useState('')
  const [sending, setSending] = useState(false)
  const readers = useCall<{ items: Reader[] }>(
    `/${entry.record.plural}/${row.id}/readers`,
    { q: asked, private: String(isPrivate) },
    [],
  )
  const kept = keptOf(draft)
  const send = async () => {
    if (kept === '' || sending) return
    setSending(true)
    try {
      const { unreached } = await onSend(kept)
      setDraft(initial)
      const lost = namesOf(kept, unreached)
      if (lost.length > 0) message.warning(say(unreachedWords(lost)), 6)
    } catch (problem) {
      message.error(text(problem))
    } finally {
      setSending(false)
    }
  }
  const options = (readers.data?.items ?? []).map((one) => ({
    key: one.id,
    value: nameFor(one, draft.people),
    label: one.name,
  }))
  return (
    <div className={isPrivate ? 'ts-write is-private' : 'ts-write'}>
      <Mentions
        autoFocus={onCancel !== undefined}
        value={draft.text}
        onChange={(typed) => setDraft((before) => ({ ...before, text: typed }))}
        onSearch={setAsked}
        onSelect={({ value }) => {
          const chosen = options.find((one) => one.value === value)
          if (chosen)
            setDraft((before) => ({ ...before, people: new Map([...before.people, [chosen.value, chosen.key]]) }))
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
          else if (event.key === 'Escape' && draft.text === initial.text) onCancel?.()
        }}
        options={options}
        filterOption={false}
        placeholder={say(words.mentionHint)}
        aria-label={label}
        autoSize={{ minRows: 1, maxRows: 8 }}
      />
      {children}
      {onCancel && <Button onClick={onCancel}>{say(words.cancel)}</Button>}
      <Button onClick={send} loading={sending} disabled={kept === ''} type={onCancel ? 'primary' : 'default'}>
        {sendLabel}
      </Button>
    </div>
  )
}

/** As they stand in the text that was sent. */
const namesOf = (kept: string, ids: readonly string[]): string[] => [
  ...new Set(partsOf(kept).flatMap((part) => (typeof part === 'string' || !ids.includes(part.id) ? [] : [part.name]))),
]
