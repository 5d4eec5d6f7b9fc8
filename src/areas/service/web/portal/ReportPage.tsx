import { ArrowLeftOutlined, CameraOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Form, Input, Radio } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { send } from '../../../../web/record/upload.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { incident } from '../../incident/incident.record.ts'
import { useFinds } from './Finds.tsx'
import { placeOf } from './matters.ts'
import { type Reach, reaches, reportOf } from './report.ts'
import { portalWords as words } from './words.ts'
import './portal.css'

interface Report {
  readonly what: string
  readonly how?: string
  readonly reach: Reach
}

/** A fault reported in three answers: what, how, whom it affects. While the first is typed, what may help is offered. */
export function ReportPage() {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const { what = '' } = useSearch({ strict: false }) as { what?: string }
  const [form] = Form.useForm<Report>()
  const typed = Form.useWatch('what', form) ?? what
  const [pictures, setPictures] = useState<readonly File[]>([])
  const [busy, setBusy] = useState(false)
  const chosen = useRef<HTMLInputElement>(null)
  useTitle(say(words.report))
  const submit = async (report: Report) => {
    setBusy(true)
    try {
      const { item } = await api.create(incident, reportOf(report))
      if (pictures.length > 0) await send(`/api/incidents/${item.id}/attachments`, pictures, lang, () => undefined).sent
      await queries.invalidateQueries({ queryKey: ['call', '/portal/matters'] })
      await queries.invalidateQueries({ queryKey: keyOf(incident.name, 'list') })
      message.success(`${say(words.sent)} ${item.number}`)
      await navigate({ to: placeOf(item) })
    } catch (problem) {
      message.error(text(problem))
      setBusy(false)
    }
  }
  return (
    <div className="svc-portal">
      <Back />
      <h1>{say(words.report)}</h1>
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        initialValues={{ what, reach: 'me' }}
        onFinish={submit}
      >
        <Form.Item
          name="what"
          label={say(words.what)}
          rules={[{ required: true, whitespace: true, message: say(words.needed) }]}
        >
          <Input maxLength={200} placeholder={say(words.whatHint)} />
        </Form.Item>
        <Help q={typed.trim()} />
        <Form.Item name="how" label={say(words.how)}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={20_000} placeholder={say(words.howHint)} />
        </Form.Item>
        <Form.Item name="reach" label={say(words.reach)}>
          <Radio.Group className="svc-reach">
            {reaches.map((one) => (
              <Radio key={one} value={one}>
                {say(reachWords[one])}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <div className="svc-acts">
          <Button type="primary" htmlType="submit" loading={busy}>
            {say(words.send)}
          </Button>
          <Button icon={<CameraOutlined />} onClick={() => chosen.current?.click()}>
            {say(words.picture)}
            {pictures.length > 0 && <span className="ts-figures"> ({pictures.length})</span>}
          </Button>
        </div>
      </Form>
      <input
        ref={chosen}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={say(words.picture)}
        onChange={({ target }) => setPictures([...(target.files ?? [])])}
      />
    </div>
  )
}

const reachWords = {
  me: words.reachMe,
  stopped: words.reachStopped,
  many: words.reachMany,
  trading: words.reachTrading,
} as const

/** What may help, before anybody is asked. */
function Help({ q }: { q: string }) {
  const say = useSay()
  const looked = useDeferredValue(q)
  const { data } = useFinds(looked.length > 1 ? looked : '')
  const articles = looked.length > 1 ? (data?.articles ?? []) : []
  if (articles.length === 0) return null
  return (
    <aside className="svc-help" aria-live="polite">
      <b>{say(words.answers)}</b>
      <ul className="ts-plain">
        {articles.slice(0, 3).map(({ id, number, title }) => (
          <li key={id}>
            <Link to={`/portal/articles/${number}`} search={{ q: looked } as never}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  )
}

/** The way back to where everything begins. */
export function Back() {
  const say = useSay()
  return (
    <Link to="/portal" className="svc-back">
      <ArrowLeftOutlined /> {say(words.back)}
    </Link>
  )
}
