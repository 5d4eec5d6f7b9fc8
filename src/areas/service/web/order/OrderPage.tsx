import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { timeWords } from '../../../../web/clocks/reading.ts'
import { showNumber } from '../../../../web/format/value.ts'
import { send } from '../../../../web/record/upload.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { holdsOf } from '../../offering/question.rules.ts'
import { type OfferingRow, useOffering } from './offering.ts'
import { type Chosen, type Filled, Questions } from './Questions.tsx'
import { orderWords as words } from './words.ts'
import './order.css'

/** `/order/new-account`: one offering, by its code, to be filled in and ordered. */
export function OrderPage() {
  const say = useSay()
  const { offering: code = '' } = useParams({ strict: false }) as { offering?: string }
  const { data, error, refetch } = useOffering(code)
  if (error) return <LoadFailed error={error} retry={refetch} />
  if (data === undefined) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (data === null)
    return (
      <div className="ts-pad">
        <Alert type="info" showIcon title={say(words.closed)} action={<Link to="/order">{say(words.back)}</Link>} />
      </div>
    )
  return <Order key={data.id} offering={data} />
}

function Order({ offering }: { offering: OfferingRow }) {
  const say = useSay()
  const { title, titleEn, summary, summaryEn, form } = offering
  const { filled, setFilled, setFiles, forPerson, setForPerson, faults, rest, busy, submit } = useOrder(offering)
  useTitle(say([title, titleEn ?? title]))
  return (
    <form
      className="svc-order"
      // Enter chooses a date or closes a list: it must not order by the way.
      onSubmit={(event) => event.preventDefault()}
    >
      <Link to="/order" className="ts-quiet">
        {say(words.back)}
      </Link>
      <h1 className="ts-title">{say([title, titleEn ?? title])}</h1>
      <p>{say([summary, summaryEn ?? summary])}</p>
      <Terms offering={offering} filled={filled} />
      {rest.map((text) => (
        <Alert key={text} type="error" showIcon role="alert" title={text} />
      ))}
      {form.length === 0 && <p className="ts-quiet">{say(words.noQuestions)}</p>}
      <Questions
        form={form}
        filled={filled}
        faults={faults}
        onChange={setFilled}
        onFiles={(key, files) => setFiles((before) => ({ ...before, [key]: files }))}
      />
      <div className="svc-for">
        <label htmlFor="svc-for-person" className="svc-label">
          {say(words.forWhom)} <span className="ts-quiet">{say(words.forMe)}</span>
        </label>
        <LinkPicker
          id="svc-for-person"
          to="person"
          refs={{}}
          value={forPerson ? [forPerson] : []}
          onChange={([one]) => setForPerson(one)}
        />
        {(faults['forPerson'] ?? []).map((fault) => (
          <div key={fault} className="ts-fault" role="alert">
            {fault}
          </div>
        ))}
      </div>
      <div className="svc-order-do">
        <Button type="primary" size="large" onClick={submit} loading={busy}>
          {say(words.order)}
        </Button>
      </div>
    </form>
  )
}

/** What it costs, how long it takes, and who must agree to what is filled in so far. */
function Terms({ offering, filled }: { offering: OfferingRow; filled: Filled }) {
  const say = useSay()
  const { cost, fulfilMinutes, approval, form } = offering
  const steps = approval.filter(({ when }) => holdsOf(form, when, filled as never))
  return (
    <dl className="svc-terms">
      {fulfilMinutes !== null && (
        <div>
          <dt>{say(words.within)}</dt>
          <dd>
            {say(timeWords(fulfilMinutes * 60))} <span className="ts-quiet">{say(words.withinHours)}</span>
          </dd>
        </div>
      )}
      {cost !== null && (
        <div>
          <dt>{say(words.cost)}</dt>
          <dd className="ts-figures">
            {showNumber(cost)} {say(words.yuan)}
          </dd>
        </div>
      )}
      <div>
        <dt>{say(words.asks)}</dt>
        <dd>{steps.length === 0 ? say(words.asksNobody) : steps.map(({ name }) => say(name)).join(' → ')}</dd>
      </div>
    </dl>
  )
}

/** What is being filled in, and ordering it: every fault at its question, files after the request is there. */
function useOrder(offering: OfferingRow) {
  const say = useSay()
  const lang = useLang()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [filled, setFilled] = useState<Filled>({})
  const [files, setFiles] = useState<Chosen>({})
  const [forPerson, setForPerson] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)

  const submit = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { offering: offering.id, forPerson: forPerson ?? null, answers: filled }
      const made = await api.call<{ id: string; number: string; state: string }>('/orders', { method: 'POST', body })
      const all = Object.values(files).flat()
      if (all.length > 0)
        await send(`/api/requests/${made.id}/attachments`, all, lang, () => {}).sent.catch(() =>
          message.warning(say(words.filesFailed)),
        )
      message.success(say(made.state === 'new' ? words.asked : words.begun))
      await navigate({ to: `/requests/${made.number}` })
    } catch (refused) {
      if (!(refused instanceof Problem)) throw refused
      setProblem(refused)
    } finally {
      setBusy(false)
    }
  }
  const faults: Record<string, string[]> = {}
  const rest = problem && problem.errors.length === 0 ? [text(problem)] : []
  for (const { path, message: said } of problem?.errors ?? []) {
    const key = path.startsWith('answers.') ? path.slice('answers.'.length) : path
    const isHere = key === 'forPerson' || offering.form.some((question) => question.key === key)
    if (isHere) faults[key] = [...(faults[key] ?? []), said]
    else rest.push(said)
  }
  return { filled, setFilled, setFiles, forPerson, setForPerson, faults, rest, busy, submit }
}
