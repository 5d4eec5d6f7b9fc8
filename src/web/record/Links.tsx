import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Card, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { useLinks, useWriteOf } from '../client/hooks.ts'
import { useSession } from '../client/session.ts'
import { linkKinds, type RecordLink } from '../client/types.ts'
import { useParts } from '../context.ts'
import type { PageProps } from '../plugin.ts'
import { mayRead } from '../shell/access.ts'
import { LoadFailed, useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { LinkPicker } from '../widgets/LinkPicker.tsx'
import { RefLink } from '../widgets/link.tsx'
import { linkWords, words } from '../words.ts'
import { Around } from './around/Around.tsx'
import { FormFault, useFaults } from './faults.tsx'

/** What stands around this record as a picture, and its typed links. */
export function Links({ entry, row, refs }: PageProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useLinks(entry.record, row.id)
  const write = useWriteOf(entry.record, row.id)
  const remove = ({ id }: RecordLink) =>
    write.mutate({ path: `links/${id}`, method: 'DELETE' }, { onError: (problem) => message.error(text(problem)) })
  return (
    <Card
      size="small"
      title={say(words.links)}
      className={data?.items.length === 0 ? 'is-bare' : ''}
      loading={isPending}
      extra={
        !entry.record.appendOnly && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => setAdding(true)}
            aria-label={say(words.addLink)}
            title={say(words.addLink)}
          />
        )
      }
    >
      <Around entry={entry} row={row} refs={refs} key={row.id} />
      {error && <LoadFailed error={error} retry={() => refetch()} />}
      {data?.items.length === 0 && <span className="ts-quiet">{say(words.noLinks)}</span>}
      <ul className="ts-plain">
        {data?.items.map((link) => (
          <li key={link.id} className="ts-link">
            <span className="ts-quiet">{say(linkWords[link.kind][link.direction])}</span>
            <RefLink id={link.target} refs={data.refs} withNumber />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              onClick={() => remove(link)}
              aria-label={say(words.remove)}
              title={say(words.remove)}
            />
          </li>
        ))}
      </ul>
      {adding && <AddLink entry={entry} row={row} refs={data?.refs ?? {}} close={() => setAdding(false)} />}
    </Card>
  )
}

function AddLink({ entry, row, refs, close }: PageProps & { close: () => void }) {
  const say = useSay()
  const session = useSession()
  const { registry } = useParts()
  const [form] = Form.useForm<{ kind: string; record: string; target: string[] }>()
  const record = Form.useWatch('record', form) ?? entry.record.name
  const faults = useFaults(form, ['kind', 'record', 'target'])
  const write = useWriteOf(entry.record, row.id)
  const submit = async ({ kind, target }: { kind: string; target?: string[] }) => {
    faults.clear()
    try {
      await write.mutateAsync({ path: 'links', body: { kind, record, target: target?.[0] } })
      close()
    } catch (problem) {
      faults.take(problem)
    }
  }
  return (
    <Modal
      open
      title={say(words.addLink)}
      onCancel={close}
      onOk={() => form.submit()}
      okText={say(words.add)}
      confirmLoading={write.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ kind: 'relates-to', record: entry.record.name, target: [] }}
        onValuesChange={(changed) => 'record' in changed && form.setFieldValue('target', [])}
      >
        <FormFault problem={faults.problem} rest={faults.rest} onReload={close} />
        <Form.Item name="kind" label={say(words.linkKind)}>
          <Select options={linkKinds.map((kind) => ({ value: kind, label: say(linkWords[kind].out) }))} />
        </Form.Item>
        <Form.Item name="record" label={say(words.linkRecord)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={registry.all
              .filter((one) => mayRead(one, session))
              .map((one) => ({ value: one.record.name, label: say(one.words.name) }))}
          />
        </Form.Item>
        <Form.Item name="target" label={say(words.linkTarget)} required>
          <TargetPicker to={record} refs={refs} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** As a form's item hands value and change over. */
function TargetPicker(props: {
  to: string
  refs: PageProps['refs']
  id?: string
  value?: string[]
  onChange?: (ids: string[]) => void
}) {
  return (
    <LinkPicker
      key={props.to}
      id={props.id}
      to={props.to}
      refs={props.refs}
      value={props.value ?? []}
      onChange={(ids) => props.onChange?.(ids)}
    />
  )
}
