import { UploadOutlined } from '@ant-design/icons'
import { App, Button, Modal, Upload } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../record/words.ts'
import { api } from '../../../web/client/api.ts'
import type { FormProps } from '../../../web/plugin.ts'
import { useProblemText } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { importWords as words } from './words.ts'
import './rulebook.css'

interface ReadAnswer {
  readonly title: string | null
  readonly before: readonly string[]
  readonly clauses: readonly { key: string; heading: string; text: string; problem: Words | null }[]
}

/** Above the form of a policy: a document that the firm has is read as clauses, looked at, and put into the form. */
export function ImportDocument({ fill, row }: FormProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const [found, setFound] = useState<ReadAnswer>()
  const [busy, setBusy] = useState(false)
  const read = async (file: File) => {
    setBusy(true)
    try {
      const body = { name: file.name, content: await base64Of(file) }
      setFound(await api.call<ReadAnswer>('/policy-documents', { method: 'POST', body }))
    } catch (problem) {
      message.error(text(problem))
    } finally {
      setBusy(false)
    }
  }
  const take = ({ title, before, clauses }: ReadAnswer) => {
    fill({
      clauses: clauses.map(({ problem: _, ...clause }) => ({ ...clause, controls: [] })),
      ...(row ? {} : { title: title ?? undefined, purpose: before.join('\n') || undefined }),
    })
    setFound(undefined)
  }
  return (
    <div className="rul-acts ts-gap">
      <Upload
        accept=".docx,.txt,.md"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <Button icon={<UploadOutlined />} loading={busy}>
          {say(words.fromDocument)}
        </Button>
      </Upload>
      <span className="ts-quiet">{say(words.whichDocument)}</span>
      {found && (
        <Modal
          open
          width={860}
          title={`${say(words.found)}: ${found.clauses.length}`}
          okText={say(words.take)}
          okButtonProps={{ disabled: found.clauses.length === 0 }}
          onOk={() => take(found)}
          onCancel={() => setFound(undefined)}
        >
          <Preview found={found} />
        </Modal>
      )}
    </div>
  )
}

function Preview({ found: { title, before, clauses } }: { found: ReadAnswer }) {
  const say = useSay()
  return (
    <div className="rul-found">
      {title && <h3>{title}</h3>}
      {before.length > 0 && <p className="ts-quiet">{before.join('\n')}</p>}
      {clauses.length === 0 && <p>{say(words.noneFound)}</p>}
      {clauses.map(({ key, heading, text, problem }, n) => (
        <article key={`${n} ${key}`} className={`rul-clause ${problem ? 'is-broken-edge' : ''}`}>
          <header>
            <span className="rul-key ts-figures">{key}</span>
            <h3>{heading}</h3>
          </header>
          <p>{text}</p>
          {problem && <p className="rul-problem">{say(problem)}</p>}
        </article>
      ))}
    </div>
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
