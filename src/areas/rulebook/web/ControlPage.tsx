import { Link, useParams } from '@tanstack/react-router'
import { Button, Card, DatePicker, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../record/words.ts'
import { useCall } from '../../../web/client/hooks.ts'
import type { Refs } from '../../../web/client/types.ts'
import { useParts } from '../../../web/context.ts'
import { showInstant } from '../../../web/format/time.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import type { ControlState } from '../control/state.rules.ts'
import { Anew } from './Anew.tsx'
import { Measures, type ParamShown } from './Measures.tsx'
import { type ControlShown, shortInstant, tones, watched } from './rulebook.ts'
import { standingWords, stateWords, rulebookWords as words } from './words.ts'
import './rulebook.css'

interface ControlFull extends ControlShown {
  readonly remedy: Words
  readonly version: number
  readonly subject: string
  readonly reads: readonly { readonly record: string; readonly fields: readonly string[] }[]
  readonly minSubjects: number
  readonly params: readonly ParamShown[]
  readonly setting: string | null
  readonly judgedAt: string | null
  readonly clauses: readonly { policy: string; title: string; titleEn: string | null; key: string }[]
  readonly spans: readonly ({ state: ControlState; from: string; to: string | null } & Record<Standing, number>)[]
}

type Standing = keyof typeof standingWords
const standings: readonly Standing[] = ['bad', 'unknown', 'excepted', 'ok']

/** `/controls/A-01`: who or what breaks a rule, why, since when, who sees to it, and what would make it good. */
export function ControlPage() {
  const say = useSay()
  const lang = useLang()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const [standing, setStanding] = useState<Standing>()
  const [on, setOn] = useState<string>()
  const { data, error, refetch } = useCall<ControlFull>(`/controls/${key}`, {}, watched)
  useTitle(`${key} ${data ? say(data.title) : ''}`)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const shown = standing ?? standings.find((one) => data[one] > 0) ?? 'bad'
  return (
    <div className="rul-book">
      <div className="ts-crumb">
        <Link to="/rulebook">{say(words.title)}</Link>
      </div>
      <div className="ts-page-head">
        <h1 className="ts-title">
          <span className="ts-figures">{data.id}</span> {say(data.title)}
        </h1>
        <StateTag tone={tones[data.state]} word={say(stateWords[data.state])} />
        {data.since && (
          <span className="ts-quiet ts-figures">
            {say(words.since)} {showInstant(data.since)}
          </span>
        )}
        <Anew one={data} />
      </div>
      {data.anew && <p className="ts-quiet">{say(words.anewHint)}</p>}
      <p>
        <b>{say(words.remedy)}</b> {say(data.remedy)}
      </p>
      <div className="rul-filter">
        <Segmented<Standing>
          aria-label={say(words.subject)}
          value={shown}
          onChange={setStanding}
          options={standings.map((one) => ({
            value: one,
            label: (
              <span>
                {say(standingWords[one])} <b className="ts-figures">{data[one]}</b>
              </span>
            ),
          }))}
        />
        <DatePicker
          aria-label={say(words.on)}
          placeholder={say(words.on)}
          onChange={(date) => setOn(date?.format('YYYY-MM-DD'))}
        />
      </div>
      <Items key={`${shown} ${on}`} control={data.id} standing={shown} on={on} />
      <Measures
        control={data.id}
        params={data.params}
        setting={data.setting}
        version={data.version}
        isOwn={data.own !== null}
      />
      <Card size="small" title={say(words.saidBy)}>
        {data.clauses.length === 0 && <span className="ts-quiet">{say(words.unsaid)}</span>}
        <ul className="ts-plain">
          {data.clauses.map(({ policy, title, titleEn, key: clause }) => (
            <li key={`${policy} ${clause}`}>
              <Link to={`/policies/${policy}`}>{lang === 'en' ? (titleEn ?? title) : title}</Link>{' '}
              <span className="ts-figures">{clause}</span>
            </li>
          ))}
        </ul>
        <Reads reads={data.reads} min={data.minSubjects} />
        <p className="ts-quiet">
          {say(words.origin)}:{' '}
          {data.own ? (
            <Link to={`/own-controls/${data.own}`} className="ts-figures">
              {say(words.ownEdition)} {data.own}
            </Link>
          ) : (
            say(words.builtIn)
          )}
        </p>
      </Card>
      <Card size="small" title={say(words.history)}>
        <ul className="ts-plain">
          {data.spans.map((span) => (
            <li key={span.from}>
              <StateTag tone={tones[span.state]} word={say(stateWords[span.state])} />{' '}
              <span className="ts-figures ts-quiet">
                {showInstant(span.from)} – {span.to ? showInstant(span.to) : say(words.tillNow)}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

/** The kinds of record and the fields on which a verdict rests, in words. */
function Reads({ reads, min }: { reads: ControlFull['reads']; min: number }) {
  const say = useSay()
  const { registry } = useParts()
  const told = reads.map(({ record, fields }) => {
    const { words: of } = registry.get(record)
    const named = fields.flatMap((name) => {
      const field = (of.fields as Record<string, Words>)[name]
      return field ? [say(field)] : []
    })
    return `${say(of.name)}${named.length > 0 ? ` (${named.join(', ')})` : ''}`
  })
  return (
    <p className="ts-quiet">
      {say(words.reads)}: {told.join('; ')} · {say(words.needs)} {min}
    </p>
  )
}

interface ItemShown {
  readonly record: string
  readonly subject: string
  readonly number: string
  readonly label: string
  readonly text: Words
  readonly proof: readonly { readonly record: string; readonly id: string; readonly number: string }[]
  readonly since: string
  readonly until: string | null
  readonly owner: string | null
  readonly old: boolean
}

function Items({ control, standing, on }: { control: string; standing: Standing; on: string | undefined }) {
  const [pages, setPages] = useState<readonly string[]>([''])
  return (
    <div className="rul-items">
      {pages.map((after, n) => (
        <ItemPage
          key={after}
          query={{ standing, ...(on && { on }), ...(after && { after }) }}
          control={control}
          onMore={n === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
        />
      ))}
    </div>
  )
}

function ItemPage(props: {
  control: string
  query: Record<string, string>
  onMore: ((next: string) => void) | undefined
}) {
  const { control, query, onMore } = props
  const say = useSay()
  const { registry } = useParts()
  const { data, error, refetch } = useCall<{ items: readonly ItemShown[]; next: string | null; refs: Refs }>(
    `/controls/${control}/items`,
    query,
    watched,
  )
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active paragraph={{ rows: 4 }} />
  if (data.items.length === 0 && !query['after'])
    return <p className="ts-quiet">{say(query['standing'] === 'bad' ? words.noneBad : words.noneSo)}</p>
  const to = (record: string, number: string) => `/${registry.head(record).record.plural}/${number}`
  return (
    <>
      <ul className="ts-plain">
        {data.items.map((one) => (
          <li key={one.subject} className="rul-item">
            <Link to={to(one.record, one.number)} className="rul-subject">
              <span className="ts-figures">{one.number}</span> {one.label}
            </Link>
            <span className="rul-said">
              {say(one.text)}
              {one.old && <i className="ts-quiet"> ({say(words.byOld)})</i>}
            </span>
            <span className="ts-quiet ts-figures">
              {say(words.since)} {shortInstant(one.since)}
              {one.until && ` · ${say(words.until)} ${shortInstant(one.until)}`}
              {one.owner && data.refs[one.owner] && ` · ${data.refs[one.owner]?.label}`}
            </span>
            {one.proof.length > 0 && (
              <span className="rul-proof">
                {say(words.proof)}:{' '}
                {one.proof.slice(0, 5).map(({ record, number }) => (
                  <Link key={number} to={to(record, number)} className="ts-figures">
                    {number}
                  </Link>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {data.next && onMore && (
        <Button size="small" onClick={() => onMore(data.next as string)}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}
