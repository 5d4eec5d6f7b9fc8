import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { inputOf } from '../../../../record/lifecycle.ts'
import type { AnyRecord } from '../../../../record/record.ts'
import { useAct, useWriteOf } from '../../../../web/client/hooks.ts'
import type { Row } from '../../../../web/client/types.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { portalWords as words } from './words.ts'

/** Whether it is solved, asked of whoever waits for it: yes closes it, no says what is still wrong and opens it again. */
export function Confirm({ record, row }: { record: AnyRecord; row: Row }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const act = useAct(record, row.id)
  const write = useWriteOf(record, row.id)
  const [unsolved, setUnsolved] = useState(false)
  const [why, setWhy] = useState('')
  const outcome = String(row[record.name === 'incident' ? 'resolution' : 'outcome'] ?? '')
  const may = row.can?.['close']
  const waits = may !== undefined && may !== true && may.code === 'waiting-approval'
  const fail = (problem: unknown) => message.error(text(problem))
  const close = () => act.mutate({ verb: 'close' }, { onError: fail })
  const reopen = async () => {
    const said = why.trim()
    const asksWhy = inputOf(record, 'reopen').includes('reopenReason')
    try {
      if (!asksWhy) await write.mutateAsync({ path: 'comments', body: { text: said } })
      await act.mutateAsync({ verb: 'reopen', ...(asksWhy && { body: { reopenReason: said } }) })
    } catch (problem) {
      fail(problem)
    }
  }
  if (waits)
    return (
      <section className="svc-wanted">
        <p>{say(words.confirmed)}</p>
      </section>
    )
  return (
    <section className="svc-wanted">
      <h2>{say(words.confirm)}</h2>
      {outcome && <p>{outcome}</p>}
      {unsolved ? (
        <>
          <Input.TextArea
            value={why}
            size="large"
            maxLength={2_000}
            autoSize={{ minRows: 2 }}
            aria-label={say(words.why)}
            placeholder={say(words.why)}
            onChange={({ target }) => setWhy(target.value)}
          />
          <div className="svc-acts">
            <Button
              type="primary"
              size="large"
              disabled={why.trim() === ''}
              loading={act.isPending || write.isPending}
              onClick={reopen}
            >
              {say(words.post)}
            </Button>
            <Button size="large" onClick={() => setUnsolved(false)}>
              {say(words.back)}
            </Button>
          </div>
        </>
      ) : (
        <div className="svc-acts">
          <Button type="primary" size="large" loading={act.isPending} onClick={close}>
            {say(words.yes)}
          </Button>
          <Button size="large" onClick={() => setUnsolved(true)}>
            {say(words.no)}
          </Button>
        </div>
      )}
    </section>
  )
}
