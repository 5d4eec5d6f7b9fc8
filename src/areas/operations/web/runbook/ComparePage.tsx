import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Card, Empty, Select, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Change, StepChange } from '../../runbook/compare.rules.ts'
import type { Parameter } from '../../runbook/parameter.rules.ts'
import { runbookWords } from '../../runbook/runbook.words.ts'
import { fieldWords, compareWords as words } from './compare.words.ts'
import { markWords } from './mark.ts'
import { parameterSaid } from './said.ts'
import './runbook.css'

interface Comparison {
  readonly editions: readonly { readonly number: string; readonly edition: number; readonly state: string }[]
  readonly before: string | null
  readonly changes: readonly Change[]
  readonly steps: readonly StepChange[]
}

const tones = {
  added: 'kept',
  removed: 'broken',
  changed: 'late',
  moved: 'progress',
  same: 'ended',
} as const satisfies Record<string, Tone>

/** `/runbooks/RBK-202611-0004/compare?with=…`: what this edition says otherwise than another. */
export function ComparePage() {
  const say = useSay()
  const navigate = useNavigate()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { with: other } = useSearch({ strict: false }) as { with?: string }
  const query: Record<string, string> = other ? { with: other } : {}
  const { data, error, refetch } = useCall<Comparison>(`/runbooks/${key}/comparison`, query, ['runbook'])
  useTitle(`${say(words.title)} ${key}`)
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  const { editions, before, changes, steps } = data
  const differing = steps.filter(({ is, moved }) => is !== 'same' || moved)
  const edition = (number: string) => editions.find((one) => one.number === number)?.edition
  return (
    <div className="ops-compare">
      <div className="ts-crumb">
        <Link to={`/runbooks/${key}`}>{key}</Link>
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">{say(words.title)}</h1>
        {before && (
          <Select
            aria-label={say(words.with)}
            value={before}
            onChange={(number) => navigate({ to: `/runbooks/${key}/compare`, search: { with: number } as never })}
            options={editions.map(({ number, edition, state }) => ({
              value: number,
              label: `${say(editionWords(edition))} · ${say((runbookWords.states as Record<string, Words>)[state] ?? [state, state])}`,
            }))}
          />
        )}
      </div>
      {!before && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.onlyOne)} />}
      {before && differing.length === 0 && changes.length === 0 && (
        <p>
          {say(words.same)} {say(editionWords(edition(before) ?? 1))}
        </p>
      )}
      {changes.length > 0 && (
        <Card size="small" title={say(words.runbook)}>
          <Changes changes={changes} />
        </Card>
      )}
      {differing.map((step) => (
        <Card
          size="small"
          key={step.key}
          title={say(step.title)}
          extra={
            <>
              {step.is !== 'same' && <StateTag tone={tones[step.is]} word={say(words[step.is])} />}
              {step.moved && <StateTag tone={tones.moved} word={say(words.moved)} />}
            </>
          }
        >
          {step.changes.length > 0 ? <Changes changes={step.changes} /> : <span className="ts-quiet">{step.key}</span>}
        </Card>
      ))}
    </div>
  )
}

const editionWords = (edition: number): Words => [`第 ${edition} 版`, `edition ${edition}`]

function Changes({ changes }: { changes: readonly Change[] }) {
  const say = useSay()
  return (
    <table className="ops-changes">
      <thead>
        <tr>
          <th scope="col">{say(words.field)}</th>
          <th scope="col">{say(words.was)}</th>
          <th scope="col">{say(words.now)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{say(fieldWords(field))}</th>
            <td className="ts-prose">{say(spoken(field, before))}</td>
            <td className="ts-prose">{say(spoken(field, after))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A value of a step as a person reads it. */
function spoken(field: string, value: unknown): Words {
  if (value === null || value === '') return ['—', '—']
  if (field === 'title' && Array.isArray(value)) return [String(value[0]), String(value[1])]
  if (field.startsWith('{{')) return parameterSaid(value as Parameter)
  if (Array.isArray(value)) return [value.join('、') || '—', value.join(', ') || '—']
  if (typeof value === 'object' && 'session' in value) return markWords(value as never)
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return [text, text]
}
