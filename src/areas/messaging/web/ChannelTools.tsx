import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Card } from 'antd'
import type { OutgoingKind } from '../../../record/outgoing.ts'
import { api } from '../../../web/client/api.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { channel } from '../channel/channel.record.ts'
import { secretWords } from '../channel/channel.words.ts'
import { message as messageRecord } from '../message/message.record.ts'
import { SetSecret } from './SetSecret.tsx'
import { noticeWords as words } from './words.ts'

/** Beside a channel: its key, which is set and never shown, and a test. */
export function ChannelTools({ row }: PageProps) {
  const can = row.can as Readonly<Record<string, unknown>> | undefined
  if (can?.['set-secret'] !== true) return null
  const secret = secretWords[row['kind'] as OutgoingKind]
  return (
    <>
      {secret && <SetSecret record={channel} id={row.id} title={secret} />}
      <SendTest id={row.id} />
    </>
  )
}

function SendTest({ id }: { id: string }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const test = useMutation({
    mutationFn: () => api.call<{ message: string }>(`/channels/${id}/test`, { method: 'POST', body: {} }),
    onSuccess: ({ message }) => navigate({ to: `/${messageRecord.plural}/${message}` }),
  })
  return (
    <Card size="small" title={say(words.test)}>
      {test.error && <Alert type="error" showIcon title={text(test.error)} className="ts-gap" />}
      <p className="ts-quiet">{say(words.testHint)}</p>
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        {say(words.test)}
      </Button>
    </Card>
  )
}
