import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, DatePicker, Input, Radio, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useCall } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { runWords } from '../../run/run.words.ts'
import type { Parameter } from '../../runbook/parameter.rules.ts'
import { Item } from '../runbook/Item.tsx'
import { type Asks, useBegin } from './start.ts'
import { startWords as words } from './words.ts'
import '../runbook/runbook.css'
import './run.css'

/** `/runbooks/RBK-…/start?dry=1`: what the runbook asks before a run of it begins. */
export function StartPage() {
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { dry } = useSearch({ strict: false }) as { dry?: string | number }
  const { data, error, refetch } = useCall<Asks>(`/runbooks/${key}/asks`)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  return <Form key={key} runbook={key} asks={data} dry={dry !== undefined} />
}

function Form({ runbook, asks, dry }: { runbook: string; asks: Asks; dry: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  const { begin, beginning } = useBegin()
  const [given, setGiven] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(asks.parameters.map(({ key, default: preset }) => [key, preset ?? ''])),
  )
  const [faults, setFaults] = useState<Problem['errors']>([])
  const title = `${say([asks.title, asks.titleEn ?? asks.title])} · ${say(dry ? runWords.fields.dry : words.start)}`
  const fits = (path: string) => asks.parameters.some(({ key }) => path === `parameters.${key}`)
  const of = (key: string) => faults.filter(({ path }) => path === `parameters.${key}`).map(({ message }) => message)
  useTitle(title)
  const submit = async () => {
    const problem = await begin(asks.id, {
      dry,
      parameters: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    })
    setFaults(problem instanceof Problem ? problem.errors : [])
  }
  return (
    <form
      className="ops-start"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className="ts-crumb">
        <Link to={`/runbooks/${runbook}`} className="ts-number">
          {asks.number}
        </Link>
      </div>
      <h1 className="ts-title">{title}</h1>
      {faults
        .filter(({ path }) => !fits(path))
        .map(({ path, message }) => (
          <Alert key={path + message} type="error" showIcon title={message} />
        ))}
      {asks.parameters.map((one) => (
        <Item
          key={one.key}
          label={`${say(one.name)}${one.required ? '' : ` · ${say(words.optional)}`}${hintOf(one)}`}
          faults={of(one.key)}
        >
          <Ask
            one={one}
            label={say(one.name)}
            components={asks.components}
            value={given[one.key] ?? ''}
            onChange={(value) => setGiven({ ...given, [one.key]: value })}
          />
        </Item>
      ))}
      <p className="ts-quiet">{say(words.fixed)}</p>
      <div className="ts-verbs">
        <Button type="primary" htmlType="submit" loading={beginning}>
          {say(words.start)}
        </Button>
        <Button onClick={() => navigate({ to: `/runbooks/${runbook}` })}>{say(words.back)}</Button>
      </div>
    </form>
  )
}

/** What a value must fit, where it can be said in a few signs. */
function hintOf(one: Parameter): string {
  if (one.kind === 'number' && (one.least !== undefined || one.most !== undefined))
    return ` · ${one.least ?? ''}–${one.most ?? ''}`
  return one.kind === 'text' && one.pattern ? ` · ${one.pattern}` : ''
}

interface AskProps {
  readonly one: Parameter
  readonly label: string
  readonly components: Asks['components']
  readonly value: string
  readonly onChange: (value: string) => void
}

function Ask({ one, label, components, value, onChange }: AskProps) {
  switch (one.kind) {
    case 'choice':
      return (
        <Radio.Group
          aria-label={label}
          value={value}
          options={one.choices.map((choice) => ({ value: choice, label: choice }))}
          onChange={({ target }) => onChange(String(target.value))}
        />
      )
    case 'component':
      return (
        <Select
          aria-label={label}
          allowClear={!one.required}
          showSearch={{ optionFilterProp: 'label' }}
          {...(value ? { value } : {})}
          options={components.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          onChange={(code: string | undefined) => onChange(code ?? '')}
        />
      )
    case 'date':
      return (
        <DatePicker
          aria-label={label}
          value={value ? dayjs(value) : null}
          onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
        />
      )
    default:
      return (
        <Input
          aria-label={label}
          value={value}
          maxLength={500}
          {...(one.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
