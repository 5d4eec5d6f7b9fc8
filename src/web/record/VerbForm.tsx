import { Descriptions, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import type { Words } from '../../record/words.ts'
import { type Presence, PresenceField, signatureOf, useProofs } from '../account/Presence.tsx'
import { useTellAsked } from '../approvals/asked.ts'
import { useAct, useItem } from '../client/hooks.ts'
import type { Refs, Row } from '../client/types.ts'
import { useSay } from '../shell/lang.tsx'
import { FieldShow } from '../widgets/index.tsx'
import { words } from '../words.ts'
import { changedBody, startValues, type Values } from './body.ts'
import { Fields } from './Fields.tsx'
import { FormFault, useFaults } from './faults.tsx'
import { SignedDigest, useSigning } from './signing.tsx'
import { askedBy } from './verbs.ts'

interface VerbFormProps {
  readonly entry: Entry
  readonly row: Row
  readonly refs: Refs
  readonly verb: string
  readonly onClose: () => void
  readonly onDone?: () => void
  /** What is signed as this kind of record is best read; without it every field that holds something. */
  readonly signed?: (row: Row) => ReactNode
}

/** What a verb needs: its fields, and for a signature exactly what is signed, its digest, and a proof of presence. */
export function VerbForm({ entry, row: seen, refs, verb, onClose, onDone, signed }: VerbFormProps) {
  const say = useSay()
  const [form] = Form.useForm()
  // The row as it was when the form opened: what a person signs must not change under their eyes.
  const [row, setRow] = useState(seen)
  const { names, required, sign } = askedBy(entry.record, verb)
  const act = useAct(entry.record, row.id)
  const newest = useItem(entry.record, row.id)
  const faults = useFaults(form, [...names, 'signature'])
  const label = say((entry.words.verbs as Record<string, Words>)[verb] ?? [verb, verb])

  const tellAsked = useTellAsked()
  const proofs = useProofs()
  const signing = useSigning(entry.record, row, verb, sign)

  const submit = async ({ signature, ...values }: Values) => {
    faults.clear()
    try {
      // A challenge serves once, so that each try asks for its own.
      const challenge = async () => (await signing.refetch({ throwOnError: true })).data?.passkey ?? null
      const body = {
        version: row.version,
        ...changedBody(row, values),
        ...(sign ? { signature: await signatureOf(signature as Presence | undefined, proofs, challenge) } : {}),
      }
      tellAsked(await act.mutateAsync({ verb, body }))
      onClose()
      onDone?.()
    } catch (problem) {
      faults.take(problem)
    }
  }
  const reload = async () => {
    const { data } = await newest.refetch({ throwOnError: true })
    if (data) setRow(data.item)
    faults.clear()
  }
  return (
    <Modal
      open
      title={`${label} · ${row.number}`}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={sign ? say(words.signAndDo) : label}
      confirmLoading={act.isPending}
      width={sign ? 640 : 560}
      mask={{ closable: false }}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={startValues(entry.record, names, row)}
        className="ts-verb-form"
      >
        <FormFault problem={faults.problem} rest={faults.rest} onReload={reload} />
        {sign && (signed?.(row) ?? <Signed entry={entry} row={row} refs={refs} asked={names} />)}
        <Fields entry={entry} names={names} refs={refs} required={required} />
        {sign && (
          <>
            <SignedDigest digest={signing.data?.digest} />
            <PresenceField hint={say(words.signHint)} needed />
          </>
        )}
      </Form>
    </Modal>
  )
}

/** Exactly what is signed: the row's number and every field of it that holds something, but for those asked for below. */
function Signed({ entry, row, refs, asked }: { entry: Entry; row: Row; refs: Refs; asked: readonly string[] }) {
  const say = useSay()
  const filled = Object.keys(entry.record.fields).filter(
    (name) => row[name] !== null && row[name] !== undefined && !asked.includes(name),
  )
  const item = (name: string, label: string) => ({
    key: name,
    label,
    children: <FieldShow entry={entry} name={name} row={row} refs={refs} />,
  })
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      className="ts-signed"
      items={[
        item('number', say(words.number)),
        item('state', say(words.state)),
        item('version', say(words.version)),
        ...filled.map((name) => item(name, say(entry.words.fields[name] ?? [name, name]))),
      ]}
    />
  )
}
