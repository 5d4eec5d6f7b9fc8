import { UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, DatePicker, Form, Input, Switch, Upload } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { titles } from '../titles.words.ts'
import { importWords as words } from './words.ts'
import './risk.css'

const counted = ['opened', 'seen', 'cameBack', 'closed', 'exempted', 'aside', 'unmatched'] as const
type Taken = Readonly<Record<(typeof counted)[number], number>> & {
  readonly id: string
  readonly number: string
  readonly again: boolean
}

/** `/scans/report`: a scanner's report with what it looked at; then what came of it. */
export function ImportScan() {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [scanner, setScanner] = useState('')
  const [scannedAt, setScannedAt] = useState<Dayjs | null>(null)
  const [complete, setComplete] = useState(false)
  const [assets, setAssets] = useState<string[]>([])
  const [components, setComponents] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const [taken, setTaken] = useState<Taken>()
  useTitle(say(titles.importScan))
  const take = async () => {
    if (!file) return
    setBusy(true)
    setProblem(undefined)
    try {
      const body = {
        ...{ name: file.name, content: await base64Of(file), complete, assets, components },
        ...(scanner.trim() && { scanner: scanner.trim() }),
        ...(scannedAt && { scannedAt: scannedAt.toISOString() }),
      }
      setTaken(await api.call<Taken>('/scan-reports', { method: 'POST', body }))
      await queries.invalidateQueries()
    } catch (failed) {
      setTaken(undefined)
      setProblem(failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="rsk-page ts-narrow">
      <h1 className="ts-title">{say(titles.importScan)}</h1>
      <p className="ts-quiet">{say(words.intro)}</p>
      <Card size="small">
        <Form layout="vertical">
          <Form.Item>
            <Upload
              accept=".csv,.xlsx,.json"
              showUploadList={false}
              beforeUpload={(one) => {
                setFile(one)
                setTaken(undefined)
                return false
              }}
            >
              <Button icon={<UploadOutlined />}>{file?.name ?? say(words.file)}</Button>
            </Upload>
          </Form.Item>
          <Form.Item label={say(words.scanner)} htmlFor="scan-scanner">
            <Input
              id="scan-scanner"
              value={scanner}
              maxLength={60}
              placeholder={say(words.scannerHint)}
              onChange={({ target }) => setScanner(target.value)}
            />
          </Form.Item>
          <Form.Item label={say(words.scannedAt)} htmlFor="scan-at">
            <DatePicker id="scan-at" showTime value={scannedAt} onChange={setScannedAt} />
          </Form.Item>
          <Form.Item label={say(words.assets)} htmlFor="scan-assets">
            <LinkPicker id="scan-assets" to="asset" refs={{}} value={assets} onChange={setAssets} multiple />
          </Form.Item>
          <Form.Item label={say(words.components)} htmlFor="scan-components">
            <LinkPicker
              id="scan-components"
              to="component"
              refs={{}}
              value={components}
              onChange={setComponents}
              multiple
            />
          </Form.Item>
          <Form.Item label={say(words.complete)} htmlFor="scan-complete">
            <Switch id="scan-complete" checked={complete} onChange={setComplete} />
          </Form.Item>
          <Button
            type="primary"
            loading={busy}
            disabled={!file || assets.length + components.length === 0}
            onClick={take}
          >
            {say(words.take)}
          </Button>
        </Form>
      </Card>
      {problem !== undefined && <Alert type="error" showIcon title={text(problem)} className="ts-gap" />}
      {taken && <Came taken={taken} />}
    </div>
  )
}

function Came({ taken }: { taken: Taken }) {
  const say = useSay()
  return (
    <Card size="small" className="rsk-taken">
      <p>
        {taken.again ? say(words.again) : say(words.done)}{' '}
        <Link to={`/scans/${taken.number}` as '/'} className="ts-ref">
          {taken.number}
        </Link>
      </p>
      <ul className="ts-plain rsk-facts">
        {counted
          .filter((name) => taken[name] > 0)
          .map((name) => (
            <li key={name}>
              <b className="ts-figures">{taken[name]}</b> {say(words[name])}
            </li>
          ))}
      </ul>
      {taken.unmatched > 0 && (
        <Link to={'/scan-lines' as '/'} search={{ scan: taken.id, state: 'waiting' } as never}>
          {say(words.matchThem)}
        </Link>
      )}
    </Card>
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
