import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { words as common } from '../../../../web/words.ts'
import type { article } from '../../article/article.record.ts'
import { Markdown, type Pictures } from './Markdown.tsx'
import { articleScreenWords as words } from './words.ts'

interface ReviseProps {
  readonly row: RowOf<typeof article>
  readonly pictures: Pictures
  readonly onClose: () => void
}

/** Writes the next text of a published article, seeing it as its readers will. */
export function Revise({ row, pictures, onClose }: ReviseProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [body, setBody] = useState(row.revision ?? row.body)
  const [busy, setBusy] = useState(false)
  const keep = async (next: string) => {
    setBusy(true)
    try {
      await api.call(`/articles/${row.id}/revise`, { method: 'POST', body: { body: next } })
      await queries.invalidateQueries({ queryKey: keyOf('article') })
      onClose()
    } catch (problem) {
      message.error(text(problem))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={1100}
      title={say(words.revise)}
      onCancel={onClose}
      footer={
        <>
          {row.revision && (
            <Button danger loading={busy} onClick={() => keep('')}>
              {say(words.takeBack)}
            </Button>
          )}
          <Button onClick={onClose}>{say(common.cancel)}</Button>
          <Button type="primary" loading={busy} disabled={body.trim() === ''} onClick={() => keep(body)}>
            {say(common.save)}
          </Button>
        </>
      }
    >
      <p className="ts-quiet ts-gap">{say(words.reviseHint)}</p>
      <div className="svc-revision">
        <Input.TextArea
          value={body}
          aria-label={say(words.text)}
          placeholder={say(words.text)}
          autoSize={{ minRows: 14, maxRows: 26 }}
          onChange={({ target }) => setBody(target.value)}
        />
        <section aria-label={say(words.preview)}>
          <Markdown text={body} pictures={pictures} />
        </section>
      </div>
    </Modal>
  )
}
