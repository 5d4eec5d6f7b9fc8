import { UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Form, InputNumber, Modal, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { accountWords as words } from './words.ts'
import './review.css'

interface Taken {
  readonly list: string
  readonly same: boolean
  readonly came: number
  readonly changed: number
  readonly went: number
}

/** A list that somebody exported is brought in: whole, or with everything that is wrong with it. */
export function BringList({ system, onClose }: { system: string; onClose: () => void }) {
  const say = useSay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [complete, setComplete] = useState(true)
  const [confirmed, setConfirmed] = useState<number | null>(null)
  const [problem, setProblem] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const doubted = problem instanceof Problem && problem.errors.some(({ code }) => code === 'too-many-gone')
  const bring = async (chosen: File) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = {
        ...{ system, complete, name: chosen.name, takenAt: new Date(chosen.lastModified || Date.now()).toISOString() },
        ...{ content: await base64Of(chosen), ...(confirmed === null ? {} : { confirmed }) },
      }
      const { list, same, came, changed, went } = await api.call<Taken>('/account-list-files', { method: 'POST', body })
      const what = `${say(words.came)} ${came}, ${say(words.changed)} ${changed}, ${say(words.went)} ${went}`
      message.success(`${say(words.taken)} ${list}: ${same ? say(words.same) : what}`)
      await queries.invalidateQueries({ queryKey: ['call'] })
      onClose()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={say(words.bring)}
      okText={say(words.bring)}
      okButtonProps={{ disabled: !file, loading: busy }}
      onOk={() => file && void bring(file)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={say(words.file)} extra={say(words.hint)}>
          <Upload
            accept=".csv,.txt,.tsv,.xlsx"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen)
              setProblem(undefined)
              return false
            }}
          >
            <Button icon={<UploadOutlined />}>{file?.name ?? say(words.choose)}</Button>
          </Upload>
        </Form.Item>
        <Checkbox checked={complete} onChange={({ target }) => setComplete(target.checked)}>
          {say(words.complete)}
        </Checkbox>
        {doubted && (
          <Form.Item label={say(words.confirm)} className="ts-gap">
            <InputNumber min={1} value={confirmed} onChange={setConfirmed} />
          </Form.Item>
        )}
      </Form>
      {problem !== undefined && <Faults problem={problem} />}
    </Modal>
  )
}

function Faults({ problem }: { problem: unknown }) {
  const say = useSay()
  const text = useProblemText()
  const errors = problem instanceof Problem ? problem.errors : []
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="ts-gap"
      title={errors.length > 0 ? say(words.refused) : text(problem)}
      description={
        errors.length > 0 && (
          <ul className="arv-faults">
            {errors.map(({ path, code, message }, n) => (
              <li key={`${n} ${path} ${code}`}>{message}</li>
            ))}
          </ul>
        )
      }
    />
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
