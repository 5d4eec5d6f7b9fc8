import { PlusOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Card, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import { useCreate, useList } from '../client/hooks.ts'
import { useSession } from '../client/session.ts'
import type { Refs, Row } from '../client/types.ts'
import { toneOf, useEntry, useParts } from '../context.ts'
import { mayEver } from '../shell/access.ts'
import { useSay } from '../shell/lang.tsx'
import { StateTag } from '../widgets/StateTag.tsx'
import { createBody, type Values } from './body.ts'
import { Fields } from './Fields.tsx'
import { FormFault, useFaults } from './faults.tsx'
import './related.css'

interface RelatedProps {
  readonly record: AnyRecord
  /** The link by which they point here, and at what. */
  readonly by: Readonly<Record<string, string>>
  readonly sort?: string
  readonly title: Words
  readonly add: Words
  readonly none: Words
  /** What is asked for of a new one. */
  readonly asked: readonly string[]
  /** Whether here is the place to make one now. */
  readonly open?: boolean
  /** What stands behind the name of each. */
  readonly more: (row: Row, refs: Refs) => ReactNode
}

/** Rows of a kind that point at the one that is shown, with a way to add one. */
export function Related({ record, by, sort, title, add, none, asked, open = true, more }: RelatedProps) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry(record.name)
  const may = mayEver(record.access.create, useSession()) && open
  const [adding, setAdding] = useState(false)
  const list = useList(record, { ...by, ...(sort && { sort }) })
  const pages = list.data?.pages ?? []
  const refs: Refs = Object.assign({}, ...pages.map((page) => page.refs))
  const items = pages.flatMap((page) => page.items) as unknown as Row[]
  return (
    <Card
      size="small"
      title={say(title)}
      extra={
        may && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {say(add)}
          </Button>
        )
      }
    >
      {list.data && items.length === 0 && <p className="ts-quiet">{say(none)}</p>}
      <ul className="ts-plain ts-related">
        {items.map((row) => (
          <li key={row.id}>
            <StateTag
              tone={toneOf(areas, entry, 'state', row.state) ?? 'start'}
              word={say((entry.words.states as Record<string, Words>)[row.state] ?? [row.state, row.state])}
            />
            <Link to={`/${record.plural}/${row.number}` as '/'} className="ts-ref">
              {(row[record.label] as string | null) ?? row.number}
            </Link>
            {more(row, refs)}
          </li>
        ))}
      </ul>
      {adding && <AddRelated record={record} by={by} title={add} asked={asked} onClose={() => setAdding(false)} />}
    </Card>
  )
}

interface AddProps {
  readonly record: AnyRecord
  readonly by: Readonly<Record<string, string>>
  readonly title: Words
  readonly asked: readonly string[]
  readonly onClose: () => void
}

/** Asks what a new one needs that points here. */
export function AddRelated({ record, by, title, asked, onClose }: AddProps) {
  const say = useSay()
  const entry = useEntry(record.name)
  const [form] = Form.useForm()
  const faults = useFaults(form, asked)
  const create = useCreate(record)
  const submit = async (values: Values) => {
    faults.clear()
    try {
      await create.mutateAsync({ ...createBody(values), ...by } as never)
      onClose()
    } catch (problem) {
      faults.take(problem)
    }
  }
  return (
    <Modal open title={say(title)} onCancel={onClose} onOk={() => form.submit()} confirmLoading={create.isPending}>
      <Form form={form} layout="vertical" onFinish={submit} className="ts-verb-form">
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        <Fields entry={entry} names={asked} refs={{}} />
      </Form>
    </Modal>
  )
}
