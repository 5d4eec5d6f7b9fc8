import { useMutation } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { silence } from '../../silence/silence.record.ts'
import { useFreshen } from './hands.ts'
import { silenceSpans, alarmScreenWords as words } from './words.ts'

/** Silences one alarm for a while, with a reason. */
export function SilenceThis({ id }: { id: string }) {
  const say = useSay()
  const text = useProblemText()
  const fresh = useFreshen()
  const { message } = App.useApp()
  const may = mayEver(silence.access.create, useSession())
  const [open, setOpen] = useState(false)
  const [minutes, setMinutes] = useState<number>(silenceSpans[1].minutes)
  const [reason, setReason] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.call(`/alarms/${id}/silence`, { method: 'POST', body: { minutes, reason } }),
    onSuccess: () => {
      fresh()
      setOpen(false)
    },
    onError: (problem) => message.error(text(problem)),
  })
  if (!may) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say(words.silence)}
      </Button>
      <Modal
        open={open}
        title={say(words.silenceTitle)}
        okText={say(words.silence)}
        okButtonProps={{ disabled: reason.trim() === '', loading: isPending }}
        onOk={() => mutate()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="ts-quiet">{say(words.silenceHint)}</p>
        <Form layout="vertical">
          <Form.Item label={say(words.silenceFor)}>
            <Segmented
              value={minutes}
              aria-label={say(words.silenceFor)}
              onChange={setMinutes}
              options={silenceSpans.map((one) => ({ value: one.minutes, label: say(one.words) }))}
            />
          </Form.Item>
          <Form.Item label={say(words.silenceReason)} htmlFor="silence-reason" required>
            <Input.TextArea
              id="silence-reason"
              rows={2}
              maxLength={2_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
