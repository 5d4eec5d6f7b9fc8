import { Link } from '@tanstack/react-router'
import { Alert, Button, Card } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag, ToneMark } from '../../../../web/widgets/StateTag.tsx'
import { progressWords as words } from './words.ts'
import './review.css'

const parts = [
  ['open', 'start'],
  ['kept', 'kept'],
  ['revoking', 'late'],
  ['revoked', 'ended'],
] as const

type Counts = Readonly<Record<(typeof parts)[number][0], number>>

interface Reviewer extends Counts {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly late: boolean
  readonly median: number | null
  readonly inBulk: number
  readonly flagged: boolean
}

interface Progress extends Counts {
  readonly escalated: number
  readonly unassigned: number
  readonly second: number
  readonly reviewers: readonly Reviewer[]
  readonly waiting: readonly { number: string; title: string; decidedAt: string; stillIn: string | null }[]
}

/** A review as it goes: how far each reviewer is and at what pace, and what was to be taken away and still is there. */
export function AboutReview({ row }: PageProps) {
  const say = useSay()
  const me = useSession().person.id
  const { data } = useCall<Progress>(`/access-reviews/${row.id}/progress`, {}, ['access-review-item', 'access-review'])
  if (!data || row.state === 'draft') return null
  const mine = data.reviewers.find(({ id }) => id === me)
  return (
    <>
      <Card
        size="small"
        title={say(words.progress)}
        extra={
          <Link to="/access-review-items" search={{ review: row.id } as never}>
            {say(words.all)}
          </Link>
        }
      >
        <div className="arv-facts ts-figures">
          {parts.map(([part, tone]) => (
            <span key={part}>
              <ToneMark tone={tone} /> {say(words[part])} <b>{data[part]}</b>
            </span>
          ))}
          {(['second', 'escalated'] as const).map((part) =>
            data[part] > 0 ? (
              <span key={part}>
                {say(words[part])} <b>{data[part]}</b>
              </span>
            ) : null,
          )}
          {data.unassigned > 0 && <StateTag tone="broken" word={`${say(words.unassigned)} ${data.unassigned}`} />}
        </div>
        <Reviewers reviewers={data.reviewers} />
        {mine && mine.open > 0 && row.state === 'running' && (
          <div className="arv-acts ts-gap">
            <Link to="/access-review-work" search={{ review: row.id } as never}>
              <Button type="primary">
                {say(words.mine)} ({mine.open})
              </Button>
            </Link>
          </div>
        )}
      </Card>
      {data.waiting.length > 0 && <Waiting waiting={data.waiting} />}
    </>
  )
}

function Reviewers({ reviewers }: { reviewers: readonly Reviewer[] }) {
  const say = useSay()
  if (reviewers.length === 0) return null
  return (
    <div className="arv-scroll ts-gap">
      <table className="arv-reviewers ts-figures">
        <thead className="ts-quiet">
          <tr>
            <th>{say(words.reviewer)}</th>
            {parts.map(([part]) => (
              <th key={part}>{say(words[part])}</th>
            ))}
            <th>{say(words.pace)}</th>
            <th>{say(words.bulk)}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {reviewers.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={`/people/${one.number}`}>{one.name}</Link>
              </td>
              {parts.map(([part]) => (
                <td key={part} className={one[part] === 0 ? 'ts-quiet' : ''}>
                  {one[part]}
                </td>
              ))}
              <td>{one.median === null ? '—' : `${one.median.toFixed(1)} ${say(words.seconds)}`}</td>
              <td>{one.inBulk === 0 ? '—' : one.inBulk}</td>
              <td>
                {one.flagged && <StateTag tone="late" word={say(words.flagged)} />}{' '}
                {one.late && <StateTag tone="broken" word={say(words.late)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Waiting({ waiting }: Pick<Progress, 'waiting'>) {
  const say = useSay()
  return (
    <Card size="small" title={say(words.waiting)}>
      <Alert type="info" showIcon title={say(words.waitingHint)} />
      <ul className="arv-list ts-gap">
        {waiting.map(({ number, title, decidedAt, stillIn }) => (
          <li key={number}>
            <Link to={`/access-review-items/${number}`}>{title}</Link>{' '}
            <span className="ts-quiet ts-figures">{showInstant(decidedAt)}</span>{' '}
            {stillIn ? (
              <>
                <StateTag tone="late" word={say(words.stillIn)} />{' '}
                <Link to={`/account-lists/${stillIn}`}>{stillIn}</Link>
              </>
            ) : (
              <span className="ts-quiet">{say(words.noListSince)}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
