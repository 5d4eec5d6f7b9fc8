import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Empty, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useCall } from '../../../web/client/hooks.ts'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { StateTag } from '../../../web/widgets/StateTag.tsx'
import { obligationWords } from '../obligation/obligation.words.ts'
import { packWords } from '../pack/pack.words.ts'
import { type ClauseShown, type ControlShown, type RulebookShown, stateOfClause, tones, watched } from './rulebook.ts'
import { titles } from './titles.words.ts'
import { stateWords, coverageWords as words } from './words.ts'
import './rulebook.css'

interface Titled {
  readonly title: string
  readonly titleEn: string | null
}

interface Point extends Titled {
  readonly number: string
  readonly item: string
  readonly parent: string | null
  readonly verified: keyof typeof packWords.choices.verified
  readonly applies: keyof typeof obligationWords.choices.applies
  readonly changedOn: string | null
  readonly clauses: readonly { readonly policy: string; readonly clause: string }[]
}

interface Coverage {
  readonly packs: readonly (Titled & { readonly code: string; readonly verified: Point['verified'] })[]
  readonly pack: string | null
  readonly points: readonly Point[]
}

/** A clause of ours with the policy that it stands in. */
interface Place extends Titled {
  readonly number: string
  readonly clause: ClauseShown
}

/** Which clauses of ours meet a law or standard, point by point, and the other way; holes stand out. */
export function CoveragePage() {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  useTitle(say(titles.coverage))
  const { pack } = useSearch({ strict: false }) as { pack?: string }
  const [from, setFrom] = useState<'points' | 'clauses'>('points')
  const found = useCall<Coverage>('/coverage', pack ? { pack } : {}, ['pack', 'obligation', 'policy'])
  const book = useCall<RulebookShown>('/rulebook', {}, watched)
  const error = found.error ?? book.error
  if (error) return <LoadFailed error={error} retry={() => Promise.all([found.refetch(), book.refetch()])} />
  if (!found.data || !book.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 10 }} />
  const { packs, points } = found.data
  const controls = new Map(book.data.controls.map((one) => [one.id, one]))
  const places = new Map<string, Place>(
    book.data.policies.flatMap(({ code, number, title, titleEn, clauses }) =>
      clauses.map((clause) => [`${code} ${clause.key}`, { number, title, titleEn, clause }] as const),
    ),
  )
  const inLang = ({ title, titleEn }: Titled) => (lang === 'en' ? (titleEn ?? title) : title)
  const holes = points.filter(({ clauses, applies }) => clauses.length === 0 && applies !== 'not-applicable').length
  return (
    <div className="rul-book">
      <h1 className="ts-title">{say(titles.coverage)}</h1>
      {packs.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<Link to="/packs">{say(words.none)}</Link>} />
      ) : (
        <>
          <div className="rul-acts">
            <Select
              className="rul-pack"
              aria-label={say(packWords.name)}
              value={found.data.pack}
              onChange={(code) => navigate({ to: '/coverage', search: { pack: code } as never })}
              options={packs.map((one) => ({ value: one.code, label: inLang(one) }))}
            />
            <Segmented<'points' | 'clauses'>
              value={from}
              onChange={setFrom}
              options={[
                { value: 'points', label: say(words.fromPoints) },
                { value: 'clauses', label: say(words.fromClauses) },
              ]}
            />
            <span className="ts-figures">
              {points.length} {say(words.points)} · <b>{holes}</b> {say(words.holes)}
            </span>
          </div>
          <p className="ts-quiet">{say(words.noAdvice)}</p>
          <Card size="small">
            {from === 'points' ? (
              <FromPoints points={points} places={places} controls={controls} inLang={inLang} />
            ) : (
              <FromClauses points={points} places={places} controls={controls} inLang={inLang} />
            )}
          </Card>
        </>
      )}
    </div>
  )
}

interface Side {
  readonly points: readonly Point[]
  readonly places: ReadonlyMap<string, Place>
  readonly controls: ReadonlyMap<string, ControlShown>
  readonly inLang: (one: Titled) => string
}

function FromPoints({ points, places, controls, inLang }: Side) {
  const say = useSay()
  return (
    <ul className="ts-plain">
      {points.map((point) => (
        <li key={point.number} className="rul-item">
          <span>
            <Link to={`/obligations/${point.number}`}>
              <span className="ts-figures">{point.item}</span> {inLang(point)}
            </Link>
            {point.verified !== 'yes' && (
              <span className="ts-quiet"> · {say(packWords.choices.verified[point.verified])}</span>
            )}
          </span>
          <span>
            {point.clauses.length === 0 && point.applies !== 'not-applicable' && (
              <StateTag tone="start" word={say(words.noClause)} />
            )}
            {point.clauses.map(({ policy, clause }) => {
              const place = places.get(`${policy} ${clause}`)
              return place ? (
                <ClauseLine key={`${policy} ${clause}`} place={place} controls={controls} inLang={inLang} />
              ) : null
            })}
          </span>
          <span className="ts-quiet">{say(obligationWords.choices.applies[point.applies])}</span>
        </li>
      ))}
    </ul>
  )
}

function ClauseLine({ place, controls, inLang }: Pick<Side, 'controls' | 'inLang'> & { place: Place }) {
  const say = useSay()
  const lang = useLang()
  const state = stateOfClause(place.clause, controls)
  return (
    <div className="rul-line">
      <StateTag tone={tones[state]} word={say(stateWords[state])} />
      <Link to={`/policies/${place.number}`}>
        {inLang(place)} <span className="ts-figures">{place.clause.key}</span>
      </Link>
      <span className="ts-quiet">
        {lang === 'en' ? (place.clause.headingEn ?? place.clause.heading) : place.clause.heading}
      </span>
    </div>
  )
}

function FromClauses({ points, places, controls, inLang }: Side) {
  const say = useSay()
  return (
    <ul className="ts-plain">
      {[...places].map(([key, place]) => {
        const met = points.filter(({ clauses }) => clauses.some((one) => `${one.policy} ${one.clause}` === key))
        return (
          <li key={key} className="rul-item is-two">
            <ClauseLine place={place} controls={controls} inLang={inLang} />
            <span>
              {met.length === 0 && <span className="ts-quiet">{say(words.noPoint)}</span>}
              {met.map((point) => (
                <Link key={point.number} to={`/obligations/${point.number}`} title={inLang(point)} className="rul-met">
                  <span className="ts-figures">{point.item}</span> {inLang(point)}
                </Link>
              ))}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
