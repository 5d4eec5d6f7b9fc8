import { ThunderboltOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { type Level, levelWords } from '../../incident/incident.rules.ts'
import { macro } from '../../macro/macro.record.ts'
import { macroWords } from '../../macro/macro.words.ts'
import { deskWords as words } from './words.ts'

interface Outcome {
  readonly reply: string | null
  readonly private: boolean
  readonly verb: keyof typeof macroWords.choices.verb | null
  readonly changes: {
    readonly assignee?: string
    readonly team?: string
    readonly impact?: Level
    readonly urgency?: Level
  }
}

/** What is often done, in one press after a look at what it would do and say. */
export function Macros({ row }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const list = useList(macro, { state: 'in-use', sort: 'name' })
  const [chosen, setChosen] = useState<{ id: string; name: string }>()
  const [reply, setReply] = useState('')
  const send = (body: object) => api.call<Outcome>(`/incidents/${row.id}/use-macro`, { method: 'POST', body })
  const look = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => send({ macro: id, dry: true }),
    onSuccess: (outcome, one) => {
      setReply(outcome.reply ?? '')
      setChosen(one)
    },
    onError: (problem) => message.error(text(problem)),
  })
  const use = useMutation({
    mutationFn: () => send({ macro: chosen?.id, ...(reply.trim() && { reply: reply.trim() }) }),
    onSuccess: () => {
      setChosen(undefined)
      void queries.invalidateQueries({ queryKey: keyOf('incident') })
      void queries.invalidateQueries({ queryKey: ['call', '/desk'] })
    },
    onError: (problem) => message.error(text(problem)),
  })
  const items = (list.data?.pages ?? []).flatMap((page) => page.items)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items:
            items.length === 0
              ? [{ key: '', disabled: true, label: say(words.noMacros) }]
              : items.map(({ id, name }) => ({ key: id, label: name, onClick: () => look.mutate({ id, name }) })),
        }}
      >
        <Button icon={<ThunderboltOutlined />} data-macros loading={look.isPending}>
          {say(words.macros)}
        </Button>
      </Dropdown>
      {chosen && look.data && (
        <Modal
          open
          title={`${chosen.name} · ${row.number}`}
          okText={say(words.use)}
          onOk={() => use.mutate()}
          onCancel={() => setChosen(undefined)}
          confirmLoading={use.isPending}
        >
          <Doing outcome={look.data} />
          {look.data.reply !== null && (
            <div className="svc-desk-reply">
              <span className="ts-quiet">{say(look.data.private ? words.willSayPrivately : words.willSay)}</span>
              <Input.TextArea
                value={reply}
                aria-label={say(look.data.private ? words.willSayPrivately : words.willSay)}
                onChange={({ target }) => setReply(target.value)}
                autoSize={{ minRows: 3, maxRows: 12 }}
                maxLength={4_000}
              />
            </div>
          )}
        </Modal>
      )}
    </>
  )
}

function Doing({ outcome: { verb, changes } }: { outcome: Outcome }) {
  const say = useSay()
  const done = [
    ...(verb ? [say(macroWords.choices.verb[verb])] : []),
    ...(changes.assignee ? [say(words.willAssign)] : []),
    ...(changes.team ? [say(words.willHandOver)] : []),
    ...(changes.impact ? [`${say(words.impactTo)} ${say(levelWords[changes.impact])}`] : []),
    ...(changes.urgency ? [`${say(words.urgencyTo)} ${say(levelWords[changes.urgency])}`] : []),
  ]
  if (done.length === 0) return null
  return (
    <p className="ts-gap">
      <span className="ts-quiet">{say(words.willDo)} </span>
      <b>{done.join(' · ')}</b>
    </p>
  )
}
