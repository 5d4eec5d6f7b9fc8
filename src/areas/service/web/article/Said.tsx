import { App, Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useSaid, useTell, type Verdict } from './said.ts'
import { articleScreenWords as words } from './words.ts'
import './article.css'

/** Below an article: whether it helped, and how many it helped so far. */
export function Said({ id, asked }: { id: string; asked?: string | undefined }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const { data } = useSaid(id)
  const tell = useTell(id, asked)
  const [missing, setMissing] = useState('')
  const give = (verdict: Verdict, remark?: string) =>
    tell.mutate(remark ? { verdict, words: remark } : { verdict }, {
      onSuccess: () => message.success(say(words.thanks)),
      onError: (problem) => message.error(text(problem)),
    })
  const choice = (verdict: Verdict, label: string) => (
    <Button
      type={data?.mine === verdict ? 'primary' : 'default'}
      aria-pressed={data?.mine === verdict}
      onClick={() => give(verdict)}
      loading={tell.isPending && tell.variables.verdict === verdict}
    >
      {label}
    </Button>
  )
  return (
    <section className="svc-said" aria-label={say(words.helped)}>
      <b>{say(words.helped)}</b>
      <Space wrap>
        {choice('solved', say(words.solved))}
        {choice('helpful', say(words.helpful))}
        {choice('not-helpful', say(words.notHelpful))}
      </Space>
      {data?.mine === 'not-helpful' && (
        <Space.Compact>
          <Input
            value={missing}
            maxLength={500}
            aria-label={say(words.missing)}
            placeholder={say(words.missing)}
            onChange={({ target }) => setMissing(target.value)}
          />
          <Button disabled={missing.trim() === ''} onClick={() => give('not-helpful', missing.trim())}>
            {say(words.send)}
          </Button>
        </Space.Compact>
      )}
      {data && (
        <span className="ts-quiet ts-figures">
          {[
            [data.solved, words.solvedCount] as const,
            [data.helpful, words.helpfulCount] as const,
            [data.notHelpful, words.notHelpfulCount] as const,
          ]
            .flatMap(([count, word]) => (count > 0 ? [`${count} ${say(word)}`] : []))
            .join(' · ')}
        </span>
      )}
    </section>
  )
}
