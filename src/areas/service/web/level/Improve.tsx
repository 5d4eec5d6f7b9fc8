import { useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { words as common } from '../../../../web/words.ts'
import { actionWords } from '../../action/action.words.ts'
import { levelReport } from '../../level-report/level-report.record.ts'
import { levelWords } from './words.ts'

/** What is to be done about a month, by whom and until when. */
export function Improve({ id, onClose }: { id: string; onClose: () => void }) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const add = useWriteOf(levelReport, id)
  const [title, setTitle] = useState('')
  const [owner, setOwner] = useState<string>()
  const [due, setDue] = useState<string>()
  const send = async () => {
    await add.mutateAsync({ path: 'improve', body: { title, owner, due } })
    await queries.invalidateQueries({ queryKey: keyOf(levelReport.name, 'item') })
    onClose()
  }
  return (
    <Modal
      open
      title={say(levelWords.improve)}
      okText={say(common.add)}
      cancelText={say(common.cancel)}
      okButtonProps={{ disabled: !title.trim() || !owner || !due, loading: add.isPending }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say(actionWords.fields.title)} required htmlFor="improve-title">
          <Input id="improve-title" value={title} maxLength={200} onChange={({ target }) => setTitle(target.value)} />
        </Form.Item>
        <Form.Item label={say(actionWords.fields.owner)} required htmlFor="improve-owner">
          <LinkPicker
            id="improve-owner"
            to="person"
            refs={{}}
            value={owner ? [owner] : []}
            onChange={([next]) => setOwner(next)}
          />
        </Form.Item>
        <Form.Item label={say(actionWords.fields.due)} required htmlFor="improve-due">
          <DatePicker id="improve-due" onChange={(day) => setDue(day?.format('YYYY-MM-DD'))} />
        </Form.Item>
        {add.error && <p className="sv-fault">{text(add.error)}</p>}
      </Form>
    </Modal>
  )
}
