import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { AnyRecord } from '../../../../record/record.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { portalWords as words } from './words.ts'

/** A word to whoever works on it, and the answer to what they asked. */
export function Reply({ record, id }: { record: AnyRecord; id: string }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const write = useWriteOf(record, id)
  const [said, setSaid] = useState('')
  const post = () =>
    write.mutate(
      { path: 'comments', body: { text: said.trim() } },
      { onSuccess: () => setSaid(''), onError: (problem) => message.error(text(problem)) },
    )
  return (
    <section className="svc-reply">
      <h2>{say(words.reply)}</h2>
      <Input.TextArea
        value={said}
        size="large"
        maxLength={20_000}
        autoSize={{ minRows: 2 }}
        aria-label={say(words.reply)}
        placeholder={say(words.replyHint)}
        onChange={({ target }) => setSaid(target.value)}
      />
      <Button size="large" disabled={said.trim() === ''} loading={write.isPending} onClick={post}>
        {say(words.post)}
      </Button>
    </section>
  )
}
