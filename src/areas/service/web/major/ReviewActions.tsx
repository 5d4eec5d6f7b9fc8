import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Card, Form, Modal } from 'antd'
import { useState } from 'react'
import { useCreate, useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { createBody, type Values } from '../../../../web/record/body.ts'
import { Fields } from '../../../../web/record/Fields.tsx'
import { FormFault, useFaults } from '../../../../web/record/faults.tsx'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { action } from '../../action/action.record.ts'
import { actionWords } from '../../action/action.words.ts'
import { majorScreenWords as words } from './words.ts'
import '../incident/incident.css'

/** What a review decided to be done, by whom and until when. */
export function ReviewActions({ row }: PageProps) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('action')
  const may = mayEver(action.access.create, useSession())
  const [adding, setAdding] = useState(false)
  const list = useList(action, { review: row.id, sort: 'due' })
  const pages = list.data?.pages ?? []
  const refs = Object.assign({}, ...pages.map((page) => page.refs))
  const items = pages.flatMap((page) => page.items)
  return (
    <Card
      size="small"
      title={say(words.actions)}
      extra={
        may && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say(words.addAction)}
          </Button>
        )
      }
    >
      {list.data && items.length === 0 && <p className="ts-quiet">{say(words.noActions)}</p>}
      <ul className="ts-plain svc-family">
        {items.map(({ id, number, title, state, owner, due }) => (
          <li key={id}>
            <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(actionWords.states[state])} />
            <Link to={`/actions/${number}`} className="ts-ref">
              {title}
            </Link>
            <RefLink id={owner} refs={refs} />
            <time className="ts-figures ts-quiet" dateTime={due}>
              {due}
            </time>
          </li>
        ))}
      </ul>
      {adding && <AddAction review={row.id} onClose={() => setAdding(false)} />}
    </Card>
  )
}

const asked = ['title', 'owner', 'due', 'detail'] as const

function AddAction({ review, onClose }: { review: string; onClose: () => void }) {
  const say = useSay()
  const entry = useEntry('action')
  const [form] = Form.useForm()
  const faults = useFaults(form, asked)
  const create = useCreate(action)
  const submit = async (values: Values) => {
    faults.clear()
    try {
      await create.mutateAsync({ ...createBody(values), review })
      onClose()
    } catch (problem) {
      faults.take(problem)
    }
  }
  return (
    <Modal
      open
      title={say(words.addAction)}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={create.isPending}
    >
      <Form form={form} layout="vertical" onFinish={submit} className="ts-verb-form">
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        <Fields entry={entry} names={asked} refs={{}} />
      </Form>
    </Modal>
  )
}
