import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Gate } from '../../change/gates.rules.ts'
import type { Standing } from './standing.ts'
import { gateWords, changeScreenWords as words } from './words.ts'

const tones: Readonly<Record<Gate['is'], Tone>> = { holds: 'kept', lacks: 'broken', later: 'late' }

/** Each gate with what holds or lacks, and who and which backups are behind the last two. */
export function Gates({ standing }: { standing: Standing }) {
  const say = useSay()
  const lacking = standing.gates.filter(({ is }) => is === 'lacks').length
  return (
    <Card
      size="small"
      title={say(words.gates)}
      extra={
        lacking === 0 ? (
          <span className="ts-quiet">{say(words.allHold)}</span>
        ) : (
          <b className="is-broken">{`${say(words.lacks)} ${lacking}`}</b>
        )
      }
    >
      <ul className="ts-plain chg-gates">
        {standing.gates.map(({ code, is, text }) => (
          <li key={`${code} ${text[1]}`}>
            <b>{say(gateWords[code])}</b>
            <StateTag tone={tones[is]} word={say(words[is])} />
            <span>{say(text)}</span>
          </li>
        ))}
      </ul>
      <Backups backups={standing.backups} />
      {standing.crew.length > 0 && (
        <p className="chg-line">
          <span className="ts-quiet">{say(words.crew)}</span>
          {standing.crew.map(({ post, people }) => (
            <span key={post}>
              {post}:{' '}
              {people.length === 0 ? (
                <b className="is-broken">{say(words.nobody)}</b>
              ) : (
                people.map(({ name }) => name).join(' · ')
              )}
            </span>
          ))}
        </p>
      )}
    </Card>
  )
}

function Backups({ backups }: Pick<Standing, 'backups'>) {
  const say = useSay()
  if (backups.length === 0) return null
  return (
    <p className="chg-line">
      <span className="ts-quiet">{say(words.backups)}</span>
      {backups.map(({ name, takenAt, proof }) => (
        <span key={name}>
          {name}:{' '}
          {takenAt && proof ? (
            <>
              <time dateTime={takenAt} className="ts-figures">
                {showInstant(takenAt)}
              </time>{' '}
              <Link to={`/restore-tests/${proof}`} className="ts-ref">
                {proof}
              </Link>
            </>
          ) : (
            <b className="is-broken">{say(words.none)}</b>
          )}
        </span>
      ))}
      <Link to="/backup-plans" className="ts-ref">
        {say(words.backupPlans)}
      </Link>
    </p>
  )
}
