import { InboxOutlined } from '@ant-design/icons'
import { Alert, Progress, Upload } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { send } from '../record/upload.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useLang, useSay } from '../shell/lang.tsx'
import { words } from './import.words.ts'

interface DropFileProps {
  readonly entry: Entry
  readonly onTaken: (id: string) => void
}

/** Where a file is dropped or chosen, and how far it has gone. */
export function DropFile({ entry, onTaken }: DropFileProps) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const [share, setShare] = useState<number | undefined>()
  const [problem, setProblem] = useState<unknown>()
  const take = async (file: File) => {
    setProblem(undefined)
    setShare(0)
    try {
      const taken = await send(`/api/${entry.record.plural}/import`, [file], lang, setShare).sent
      if (taken) onTaken((taken as { id: string }).id)
    } catch (error) {
      setProblem(error)
    } finally {
      setShare(undefined)
    }
  }
  return (
    <div className="ts-import-part">
      <Upload.Dragger
        accept=".xlsx,.csv,.txt,.tsv"
        multiple={false}
        showUploadList={false}
        disabled={share !== undefined}
        beforeUpload={(file) => {
          void take(file)
          return false
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{say(words.drop)}</p>
        <p className="ant-upload-hint">{say(words.dropHint)}</p>
      </Upload.Dragger>
      {share !== undefined && (
        <Progress percent={Math.floor(share * 100)} status="active" aria-label={say(words.sending)} />
      )}
      {problem !== undefined && <Alert type="error" showIcon role="alert" className="ts-gap" title={text(problem)} />}
    </div>
  )
}
