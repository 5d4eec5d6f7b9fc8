import { ScissorOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import type { Row } from '../../../../web/client/types.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { incidentScreenWords as words } from './words.ts'

/** Makes a part of an incident one of its own. */
export function Split({ row }: { row: Row }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [title, setTitle] = useState<string>()
  const split = useMutation({
    mutationFn: () =>
      api.call<{ number: string }>(`/incidents/${row.id}/split`, { method: 'POST', body: { title: title?.trim() } }),
    onSuccess: ({ number }) => {
      setTitle(undefined)
      return navigate({ to: `/incidents/${number}` })
    },
    onError: (problem) => message.error(text(problem)),
  })
  return (
    <>
      <Button size="small" icon={<ScissorOutlined />} onClick={() => setTitle('')}>
        {say(words.split)}
      </Button>
      <Modal
        open={title !== undefined}
        title={say(words.splitTitle)}
        okText={say(words.split)}
        okButtonProps={{ disabled: !title?.trim() }}
        onOk={() => split.mutate()}
        onCancel={() => setTitle(undefined)}
        confirmLoading={split.isPending}
      >
        <p className="ts-quiet ts-gap">{say(words.splitHint)}</p>
        <Input
          autoFocus
          value={title}
          onChange={({ target }) => setTitle(target.value)}
          placeholder={say(words.whatPart)}
          aria-label={say(words.whatPart)}
          maxLength={200}
        />
      </Modal>
    </>
  )
}
