import { AlertOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import type { Row } from '../../../../web/client/types.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { gravities } from '../../major-incident/major-incident.record.ts'
import { gravityWords } from '../../major-incident/major-incident.words.ts'
import { incidentScreenWords as words } from './words.ts'

interface Asked {
  readonly title: string
  readonly titleEn?: string
  readonly gravity: (typeof gravities)[number]
  readonly interval: number
}

/** Declares a major incident: how it is told to everybody, how grave it is, how often there is an update. */
export function Declare({ row }: { row: Row }) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const declare = useMutation({
    mutationFn: ({ titleEn, ...asked }: Asked) =>
      api.call<{ number: string }>(`/incidents/${row.id}/declare-major`, {
        method: 'POST',
        body: { ...asked, ...(titleEn && { titleEn }) },
      }),
    onSuccess: ({ number }) => navigate({ to: `/major-incidents/${number}` }),
    onError: (problem) => message.error(text(problem)),
  })
  return (
    <>
      <Button size="small" danger icon={<AlertOutlined />} onClick={() => setOpen(true)}>
        {say(words.declare)}
      </Button>
      {open && (
        <Modal open title={say(words.declare)} footer={null} onCancel={() => setOpen(false)}>
          <p className="ts-quiet ts-gap">{say(words.declareHint)}</p>
          <Form<Asked>
            layout="vertical"
            initialValues={{ title: row['title'], gravity: 'general', interval: 30 }}
            onFinish={(asked) => declare.mutate(asked)}
          >
            <Form.Item name="title" label={say(words.plain)} rules={[{ required: true, message: '' }]}>
              <Input maxLength={200} autoFocus />
            </Form.Item>
            <Form.Item name="titleEn" label={say(words.plainEn)}>
              <Input maxLength={200} />
            </Form.Item>
            <div className="svc-side-by-side">
              <Form.Item name="gravity" label={say(words.gravity)}>
                <Select options={gravities.map((value) => ({ value, label: say(gravityWords[value]) }))} />
              </Form.Item>
              <Form.Item name="interval" label={say(words.interval)}>
                <InputNumber min={5} max={1_440} precision={0} />
              </Form.Item>
            </div>
            <Button block danger type="primary" htmlType="submit" loading={declare.isPending}>
              {say(words.declare)}
            </Button>
          </Form>
        </Modal>
      )}
    </>
  )
}
