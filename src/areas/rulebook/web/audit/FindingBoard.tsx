import { Link } from '@tanstack/react-router'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { words as common } from '../../../../web/words.ts'
import type { RuleArea } from '../../areas.rules.ts'
import { areaWords } from '../../areas.words.ts'
import type { grades } from '../../audit/audit.rules.ts'
import { finding } from '../../finding/finding.record.ts'
import { findingWords } from '../../finding/finding.words.ts'
import { titles } from '../titles.words.ts'
import { findingTones, gradeTones } from './tones.ts'
import { auditPageWords as words } from './words.ts'
import './audit.css'

interface Found {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: (typeof finding.states)[number]
  readonly grade: (typeof grades)[number]
  readonly area: RuleArea | null
  readonly owner: string
  readonly due: string | null
  readonly late: boolean
  readonly age: number
  readonly reopened: number
  readonly repeated: boolean
}

interface Board {
  readonly findings: readonly Found[]
  readonly figures: {
    readonly open: number
    readonly overdue: number
    readonly closed: number
    readonly repeated: number
    readonly reopened: number
    readonly grades: readonly { grade: (typeof grades)[number]; open: number }[]
    readonly areas: readonly { area: RuleArea | null; open: number; overdue: number }[]
  }
  readonly refs: Refs
}

/** Findings by state, the oldest first in each: what is late stands out, and so does what came back. */
export function FindingBoard() {
  const say = useSay()
  const me = useSession().person.id
  const [whose, setWhose] = useState<'all' | 'mine'>('all')
  useTitle(say(titles.findingBoard))
  const { data, error, refetch } = useCall<Board>('/finding-board', {}, ['finding'])
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const shown = whose === 'mine' ? data.findings.filter(({ owner }) => owner === me) : data.findings
  return (
    <div className="adt-board">
      <div className="ts-page-head">
        <h1 className="ts-title">{say(titles.findingBoard)}</h1>
        <Segmented<'all' | 'mine'>
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: say(words.all) },
            { value: 'mine', label: say(words.mine) },
          ]}
        />
        <span className="ts-grow" />
        <Link to="/findings/new">
          <Button>{say(common.create)}</Button>
        </Link>
      </div>
      <Figures figures={data.figures} />
      <div className="adt-columns">
        {finding.states.map((state) => {
          const own = shown.filter((one) => one.state === state)
          return (
            <section key={state}>
              <h2>
                <StateTag tone={findingTones[state]} word={say(findingWords.states[state])} />{' '}
                <span className="ts-figures ts-quiet">{own.length}</span>
              </h2>
              {own.length === 0 && <p className="ts-quiet">{say(words.noneHere)}</p>}
              {own.map((one) => (
                <Card key={one.id} one={one} owner={data.refs[one.owner]?.label} />
              ))}
            </section>
          )
        })}
      </div>
    </div>
  )
}

function Figures({ figures: { open, overdue, closed, repeated, reopened, grades, areas } }: Pick<Board, 'figures'>) {
  const say = useSay()
  return (
    <div className="adt-sums ts-figures">
      <span>
        {say(words.open)} <b>{open}</b>
      </span>
      <span className={overdue > 0 ? 'adt-late' : ''}>
        {say(words.overdue)} <b>{overdue}</b>
      </span>
      {grades.map(({ grade, open: n }) => (
        <span key={grade}>
          <ToneMark tone={gradeTones[grade]} /> {say(findingWords.choices.grade[grade])} <b>{n}</b>
        </span>
      ))}
      <span>
        {say(words.repeated)} <b>{repeated}</b>
      </span>
      <span>
        {say(words.reopened)} <b>{reopened}</b>
      </span>
      <span>
        {say(words.closed)} <b>{closed}</b>
      </span>
      {areas.length > 0 && (
        <span className="ts-quiet">
          {say(words.byArea)}:{' '}
          {areas.map(({ area, open: n }) => `${say(area ? areaWords[area] : words.noArea)} ${n}`).join(' · ')}
        </span>
      )}
    </div>
  )
}

function Card({ one, owner }: { one: Found; owner: string | undefined }) {
  const say = useSay()
  return (
    <Link to={`/findings/${one.number}` as '/'} className={`adt-card${one.late ? ' is-late' : ''}`}>
      <span className="adt-card-head ts-figures ts-quiet">
        <StateTag tone={gradeTones[one.grade]} word={say(findingWords.choices.grade[one.grade])} />
        <span>
          {one.age} {say(words.days)}
        </span>
      </span>
      <b>{one.title}</b>
      <span className="ts-quiet">
        {one.area && `${say(areaWords[one.area])} · `}
        {owner}
      </span>
      <span className="adt-tally ts-figures">
        {one.due && (
          <StateTag
            tone={one.late ? 'broken' : 'start'}
            word={`${say(one.late ? words.was : words.due)} ${one.due.slice(5)}`}
          />
        )}
        {one.reopened > 0 && <StateTag tone="late" word={`${say(words.reopened)} ×${one.reopened}`} />}
        {one.repeated && <StateTag tone="late" word={say(words.repeated)} />}
      </span>
    </Link>
  )
}
