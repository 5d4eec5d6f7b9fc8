import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Presence, PresenceField, signatureOf, useProofs } from '../account/Presence.tsx'
import { FormFault, useFaults } from '../record/faults.tsx'
import { SignedDigest } from '../record/signing.tsx'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { Asked } from './Asked.tsx'
import { askToSign, type Brief, useDecide, type Whole } from './approvals.ts'
import { useVerbWords } from './verb.ts'
import { approvalWords as words } from './words.ts'

interface DecideProps {
  readonly approval: Pick<Brief, 'id' | 'record' | 'recordId' | 'digest' | 'number' | 'verb'>
  /** Whoever agrees signs. */
  readonly sign: boolean
  /** As large as a thumb, and with room for a word: one approval fills the screen. */
  readonly large?: boolean
  /** What stands in the address of a mail's link. */
  readonly link?: string | undefined
}

type Vote = 'agree' | 'refuse'

/** Agree or refuse: at once where a click is enough; refusing always wants a reason. */
export function DecideButtons({ approval, sign, large = false, link }: DecideProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const decide = useDecide(approval)
  const tell = useTold()
  const [asking, setAsking] = useState<Vote>()
  const agree = () => {
    if (sign || large) return setAsking('agree')
    const body = { digest: approval.digest, ...(link && { link }) }
    // Awaited, not called back: the stream may take the line away before the answer is there.
    decide.mutateAsync({ say: 'agree', body }).then(tell, (problem) => message.error(text(problem)))
  }
  const size = large ? 'large' : 'small'
  return (
    <div className={large ? 'ts-decide is-large' : 'ts-decide'}>
      <Button danger size={size} icon={<CloseOutlined />} onClick={() => setAsking('refuse')}>
        {say(words.refuse)}
      </Button>
      <Button type="primary" size={size} icon={<CheckOutlined />} onClick={agree} loading={decide.isPending}>
        {say(words.agree)}
      </Button>
      {asking && (
        <DecideForm
          approval={approval}
          vote={asking}
          sign={sign && asking === 'agree'}
          link={link}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}

const names = ['note', 'signature']

function DecideForm({
  approval,
  vote,
  sign,
  link,
  onClose,
}: Omit<DecideProps, 'large'> & { vote: Vote; onClose: () => void }) {
  const say = useSay()
  const [form] = Form.useForm<{ note?: string; signature?: Presence }>()
  const faults = useFaults(form, names)
  const proofs = useProofs()
  const verb = useVerbWords(approval)
  const tell = useTold()
  const decide = useDecide(approval)
  const send = async ({ note, signature }: { note?: string; signature?: Presence }) => {
    faults.clear()
    try {
      // A challenge serves once, so that each try asks for its own.
      const challenge = async () => (await askToSign(approval)).passkey
      const body = {
        digest: approval.digest,
        note: note?.trim() || null,
        ...(link && { link }),
        ...(sign && { signature: await signatureOf(signature, proofs, challenge) }),
      }
      const answer = await decide.mutateAsync({ say: vote, body })
      onClose()
      tell(answer)
    } catch (problem) {
      faults.take(problem)
    }
  }
  const refusing = vote === 'refuse'
  return (
    <Modal
      open
      title={`${say(words[vote])} · ${verb} ${approval.number}`}
      onCancel={onClose}
      onOk={() => form.submit()}
      okText={say(words[vote])}
      okButtonProps={{ danger: refusing }}
      confirmLoading={decide.isPending}
      mask={{ closable: false }}
    >
      <Form form={form} layout="vertical" onFinish={send}>
        <FormFault problem={faults.problem} rest={faults.rest} onReload={onClose} />
        {sign && <Asked id={approval.id} />}
        <Form.Item
          name="note"
          label={say(refusing ? words.reason : words.note)}
          required={refusing}
          extra={refusing && say(words.reasonHint)}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} autoFocus={refusing} />
        </Form.Item>
        {sign && (
          <>
            <SignedDigest digest={approval.digest} />
            <PresenceField hint={say(words.signHint)} needed />
          </>
        )}
      </Form>
    </Modal>
  )
}

/** Says what came of it: the step, the whole, or that it could not be done. */
function useTold(): (answer: { item: Whole }) => void {
  const say = useSay()
  const { message } = App.useApp()
  return ({ item: { state, reason } }) => {
    if (state === 'failed') return void message.warning(`${say(words.failed)}: ${reason ?? ''}`, 8)
    const said = state === 'approved' ? words.carriedOut : state === 'refused' ? words.refused : words.agreed
    void message.success(say(said))
  }
}
