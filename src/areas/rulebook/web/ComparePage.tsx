import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Card, Empty, Select, Skeleton } from 'antd'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import { type Clause, type ClauseChange, topicWords } from '../policy/clause.rules.ts'
import { policyWords } from '../policy/policy.words.ts'
import { rulebookWords as words } from './words.ts'
import './rulebook.css'

interface Comparison {
  readonly editions: readonly { readonly number: string; readonly edition: number; readonly state: string }[]
  readonly before: string | null
  readonly clauses: readonly ClauseChange[]
}

const tones = { added: 'kept', removed: 'broken', changed: 'late', same: 'ended' } as const

/** `/policies/POL-202611-0002/compare?with=…`: clause by clause, what this edition says otherwise than another. */
export function ComparePage() {
  const say = useSay()
  const navigate = useNavigate()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const { with: other } = useSearch({ strict: false }) as { with?: string }
  const { data, error, refetch } = useCall<Comparison>(`/policies/${key}/comparison`, other ? { with: other } : {}, [
    'policy',
  ])
  useTitle(`${say(words.comparison)} ${key}`)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" />
  const differing = data.clauses.filter(({ is }) => is !== 'same')
  return (
    <div className="rul-book">
      <div className="ts-crumb">
        <Link to={`/policies/${key}`}>{key}</Link>
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">{say(words.comparison)}</h1>
        {data.before && (
          <Select
            aria-label={say(words.with)}
            value={data.before}
            onChange={(number) => navigate({ to: `/policies/${key}/compare`, search: { with: number } as never })}
            options={data.editions.map(({ number, edition, state }) => ({
              value: number,
              label: `${say(words.edition)} ${edition} · ${say((policyWords.states as Record<string, Words>)[state] ?? [state, state])}`,
            }))}
          />
        )}
      </div>
      {!data.before && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.onlyOne)} />}
      {data.before && differing.length === 0 && <p>{say(words.same)}</p>}
      {differing.map(({ key: clause, is, before, after }) => (
        <Card
          size="small"
          key={clause}
          title={<span className="ts-figures">{clause}</span>}
          extra={is !== 'same' && <StateTag tone={tones[is]} word={say(words[is])} />}
        >
          <div className="rul-sides">
            {before && <Side label={words.was} clause={before} />}
            {after && <Side label={words.now} clause={after} />}
          </div>
        </Card>
      ))}
    </div>
  )
}

function Side({ label, clause }: { label: Words; clause: Clause }) {
  const say = useSay()
  const lang = useLang()
  const inLang = (zh: string, en: string | undefined) => (lang === 'en' ? (en ?? zh) : zh)
  return (
    <section>
      <h3 className="ts-quiet">{say(label)}</h3>
      <b>{inLang(clause.heading, clause.headingEn)}</b>
      <p>{inLang(clause.text, clause.textEn)}</p>
      <p className="ts-quiet">
        {[clause.who, clause.when, ...(clause.topics ?? []).map((topic) => say(topicWords[topic])), ...clause.controls]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  )
}
