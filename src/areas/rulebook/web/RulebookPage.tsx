import { Link } from '@tanstack/react-router'
import { Button, Card, Empty, Segmented, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../web/client/hooks.ts'
import { useSession } from '../../../web/client/session.ts'
import { mayEver } from '../../../web/shell/access.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { StateTag, ToneMark } from '../../../web/widgets/StateTag.tsx'
import { ruleAreas } from '../areas.rules.ts'
import { areaWords } from '../areas.words.ts'
import { attestationWords } from '../attestation/attestation.words.ts'
import { ownControl } from '../own-control/own-control.record.ts'
import { offenderReaders } from '../readers.rules.ts'
import { Anew } from './Anew.tsx'
import { Pictures } from './Pictures.tsx'
import {
  type AttestationShown,
  type ClauseShown,
  type ClauseState,
  type ControlShown,
  clauseStates,
  countClauses,
  type PolicyShown,
  type RulebookShown,
  shortInstant,
  stateOfClause,
  tones,
  watched,
} from './rulebook.ts'
import { stateWords, rulebookWords as words } from './words.ts'
import './rulebook.css'

type ById = ReadonlyMap<string, ControlShown>

/** The rules as a page that one reads: each clause with how it stands now, and who or what breaks it one press away. */
export function RulebookPage() {
  const say = useSay()
  useTitle(say(words.title))
  const session = useSession()
  const [only, setOnly] = useState<ClauseState | 'all'>('all')
  const { data, error, refetch } = useCall<RulebookShown>('/rulebook', {}, watched)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  const byId: ById = new Map(data.controls.map((one) => [one.id, one]))
  const counts = countClauses(data)
  const named = new Set(data.policies.flatMap(({ clauses }) => clauses.flatMap(({ controls }) => controls)))
  const others = data.controls.filter(({ id, state }) => !named.has(id) && (only === 'all' || only === state))
  return (
    <div className="rul-book">
      <h1 className="ts-title">{say(words.title)}</h1>
      <p className="ts-quiet">{say(words.intro)}</p>
      <Segmented<ClauseState | 'all'>
        className="rul-counts"
        aria-label={say(words.clauses)}
        value={only}
        onChange={setOnly}
        options={[
          { value: 'all', label: say(words.all) },
          ...clauseStates
            .filter((state) => state !== 'anew' || counts.anew > 0 || only === state)
            .map((state) => ({
              value: state,
              label: (
                <span className="rul-count">
                  <ToneMark tone={tones[state]} /> {say(stateWords[state])}{' '}
                  <b className="ts-figures">{counts[state]}</b>
                </span>
              ),
            })),
        ]}
      />
      {mayEver(offenderReaders, session) && <Pictures controls={data.controls} />}
      {data.policies.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.none)}>
          <Link to="/policies/new">
            <Button type="primary">{say(words.begin)}</Button>
          </Link>
        </Empty>
      )}
      {[...data.policies]
        .sort((a, b) => ruleAreas.indexOf(a.area) - ruleAreas.indexOf(b.area))
        .map((policy) => (
          <OnePolicy key={policy.number} policy={policy} byId={byId} only={only} />
        ))}
      {others.length > 0 && (
        <Card
          size="small"
          title={say(words.others)}
          extra={mayEver(ownControl.access.create, session) && <Link to="/own-controls/new">{say(words.makeOwn)}</Link>}
        >
          <ul className="ts-plain rul-controls">
            {others.map((one) => (
              <li key={one.id}>
                <ControlLine one={one} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

function OnePolicy({ policy, byId, only }: { policy: PolicyShown; byId: ById; only: ClauseState | 'all' }) {
  const say = useSay()
  const lang = useLang()
  const shown = policy.clauses.filter((clause) => only === 'all' || stateOfClause(clause, byId) === only)
  if (shown.length === 0) return null
  return (
    <section className="rul-policy">
      <header>
        <h2>
          <Link to={`/policies/${policy.number}`}>
            {lang === 'en' ? (policy.titleEn ?? policy.title) : policy.title}
          </Link>
        </h2>
        <span className="ts-quiet ts-figures">
          {say(areaWords[policy.area])} · {say(words.edition)} {policy.edition} · {policy.effectiveOn}
        </span>
      </header>
      {shown.map((clause) => (
        <OneClause key={clause.key} clause={clause} byId={byId} />
      ))}
    </section>
  )
}

function OneClause({ clause, byId }: { clause: ClauseShown; byId: ById }) {
  const say = useSay()
  const lang = useLang()
  const state = stateOfClause(clause, byId)
  const inLang = (zh: string, en: string | null) => (lang === 'en' ? (en ?? zh) : zh)
  return (
    <article className={`rul-clause is-${tones[state]}-edge`}>
      <header>
        <span className="rul-key ts-figures">{clause.key}</span>
        <h3>{inLang(clause.heading, clause.headingEn)}</h3>
        <StateTag tone={tones[state]} word={say(stateWords[state])} />
      </header>
      <p>{inLang(clause.text, clause.textEn)}</p>
      {(clause.who || clause.when) && (
        <p className="ts-quiet">
          {clause.who && `${say(words.who)}: ${clause.who}`}
          {clause.who && clause.when && ' · '}
          {clause.when && `${say(words.when)}: ${clause.when}`}
        </p>
      )}
      <ul className="ts-plain rul-controls">
        {clause.controls.map((id) => {
          const one = byId.get(id)
          return one ? (
            <li key={id}>
              <ControlLine one={one} />
            </li>
          ) : null
        })}
        {clause.attestation && (
          <li>
            <AttestationLine one={clause.attestation} />
          </li>
        )}
      </ul>
    </article>
  )
}

/** What somebody says under their name where no record can: until when, or since when it is to be said. */
function AttestationLine({ one }: { one: AttestationShown }) {
  const say = useSay()
  const [label, day] =
    one.state === 'attested'
      ? [words.attestedUntil, one.dueOn]
      : one.state === 'out-of-scope'
        ? [words.outUntil, one.outUntil]
        : [words.notAttested, one.dueOn]
  const name = say(words.attestation)
  return (
    <span className="rul-line">
      <StateTag
        tone={one.state === 'stale' ? 'unknown' : one.state === 'attested' ? 'progress' : 'start'}
        word={say(attestationWords.states[one.state])}
      />
      {one.number ? <Link to={`/attestations/${one.number}`}>{name}</Link> : name}
      <span className="ts-quiet ts-figures">
        {say(label)} {day}
      </span>
    </span>
  )
}

/** A control on one line: how it stands, and how many of its subjects stand how. */
export function ControlLine({ one }: { one: ControlShown }) {
  const say = useSay()
  return (
    <Link to={`/controls/${one.id}`} className="rul-line">
      <StateTag tone={tones[one.state]} word={say(stateWords[one.state])} />
      <span className="ts-figures rul-id">{one.id}</span>
      <span className="rul-name">
        {say(one.title)} {one.own && <Tag className="rul-own">{say(words.own)}</Tag>}
      </span>
      <Anew one={one} />
      <Counts one={one} />
      {one.since && one.state === 'broken' && (
        <span className="ts-quiet ts-figures">
          {say(words.since)} {shortInstant(one.since)}
        </span>
      )}
    </Link>
  )
}

const counted = [
  ['bad', 'broken'],
  ['unknown', 'unknown'],
  ['excepted', 'late'],
  ['ok', 'kept'],
] as const

export const Counts = ({ one }: { one: Pick<ControlShown, 'ok' | 'bad' | 'excepted' | 'unknown'> }) => (
  <span className="rul-tally ts-figures">
    {counted.map(([name, tone]) =>
      one[name] > 0 ? (
        <span key={name}>
          <ToneMark tone={tone} /> {one[name]}
        </span>
      ) : null,
    )}
  </span>
)
