import { Link } from '@tanstack/react-router'
import { Button, Card, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import type { grades, results, standsOn } from '../../audit/audit.rules.ts'
import { auditItemWords } from '../../audit-item/audit-item.words.ts'
import { findingWords } from '../../finding/finding.words.ts'
import { Bars } from './Bars.tsx'
import { findingTones, gradeTones, resultTones, stoodTones } from './tones.ts'
import { auditPageWords as words } from './words.ts'
import './audit.css'

interface Progress {
  readonly items: number
  readonly judged: number
  readonly sampled: number
  readonly seen: number
  readonly differing: number
  readonly results: readonly { key: (typeof results)[number]; n: number }[]
  readonly stood: readonly { key: (typeof standsOn)[number]; n: number }[]
  readonly areas: readonly { area: RuleArea; items: number; judged: number; wrong: number }[]
  readonly grades: readonly { key: (typeof grades)[number]; n: number }[]
  readonly findings: readonly {
    number: string
    title: string
    grade: (typeof grades)[number]
    state: keyof typeof findingTones
    due: string | null
  }[]
}

/** What matters of an audit: how far it is, what came of it, and what was found. */
export function AboutAudit({ row }: PageProps) {
  const say = useSay()
  const { data, error, refetch } = useCall<Progress>(`/audits/${row.id}/progress`, {}, [
    'audit',
    'audit-item',
    'finding',
  ])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 4 }} />
  if (data.items === 0) return <p className="ts-quiet ts-gap">{say(words.notOpened)}</p>
  const left = data.items - data.judged
  return (
    <>
      <Card
        size="small"
        title={say(words.progress)}
        extra={
          <Link to={`/audits/${row.number}/checklist` as '/'}>
            <Button size="small" type={row.state === 'fieldwork' ? 'primary' : 'default'}>
              {say(words.openChecklist)}
            </Button>
          </Link>
        }
      >
        <p className="ts-figures">
          <b>
            {data.judged}/{data.items}
          </b>{' '}
          {say(words.ofItems)} ·{' '}
          <b>
            {data.seen}/{data.sampled}
          </b>{' '}
          {say(words.ofSample)} · <b>{data.differing}</b> {say(words.differing)}
        </p>
        <dl className="adt-shares">
          <dt>{say(words.results)}</dt>
          <dd>
            <Bars
              shares={[
                ...data.results.map(({ key, n }) => ({ key, tone: resultTones[key], n })),
                { key: 'left', tone: 'start', n: left },
              ]}
            />
            <Tally
              of={[
                ...data.results.map(({ key, n }) => ({
                  key,
                  tone: resultTones[key],
                  word: auditItemWords.choices.result[key],
                  n,
                })),
                { key: 'left', tone: 'start' as const, word: words.left, n: left },
              ]}
            />
          </dd>
          <dt>{say(words.stood)}</dt>
          <dd>
            <Bars shares={data.stood.map(({ key, n }) => ({ key, tone: stoodTones[key], n }))} />
            <Tally
              of={data.stood.map(({ key, n }) => ({
                key,
                tone: stoodTones[key],
                word: auditItemWords.choices.stood[key],
                n,
              }))}
            />
          </dd>
        </dl>
        <ul className="ts-plain adt-areas">
          {data.areas.map(({ area, items, judged, wrong }) => (
            <li key={area}>
              <span>{say(areaWords[area])}</span>
              <Bars
                shares={[
                  { key: 'wrong', tone: 'broken', n: wrong },
                  { key: 'judged', tone: 'kept', n: judged - wrong },
                  { key: 'left', tone: 'start', n: items - judged },
                ]}
              />
              <span className="ts-figures">
                {judged}/{items}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Findings findings={data.findings} />
    </>
  )
}

interface Part {
  readonly key: string
  readonly tone: Parameters<typeof ToneMark>[0]['tone']
  readonly word: Words
  readonly n: number
}

function Tally({ of }: { of: readonly Part[] }) {
  const say = useSay()
  return (
    <span className="adt-tally ts-figures">
      {of
        .filter(({ n }) => n > 0)
        .map(({ key, tone, word, n }) => (
          <span key={key}>
            <ToneMark tone={tone} /> {say(word)} {n}
          </span>
        ))}
    </span>
  )
}

function Findings({ findings }: Pick<Progress, 'findings'>) {
  const say = useSay()
  return (
    <Card size="small" title={`${say(words.findings)} ${findings.length}`}>
      {findings.length === 0 && <p className="ts-quiet">{say(words.noFindings)}</p>}
      <ul className="ts-plain adt-findings">
        {findings.map(({ number, title, grade, state, due }) => (
          <li key={number}>
            <StateTag tone={gradeTones[grade]} word={say(findingWords.choices.grade[grade])} />
            <Link to={`/findings/${number}` as '/'}>{title}</Link>
            <StateTag tone={findingTones[state]} word={say(findingWords.states[state])} />
            <span className="ts-quiet ts-figures">{due && `${say(words.due)} ${due}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
