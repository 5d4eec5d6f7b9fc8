import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import { useSession } from '../../../../web/client/session.ts'
import type { Row } from '../../../../web/client/types.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { backupProof } from '../../backup-proof/backup-proof.record.ts'
import type { Gate } from '../../change/gates.rules.ts'
import type { Standing } from './standing.ts'
import { gateWords, changeScreenWords as words } from './words.ts'

const tones: Readonly<Record<Gate['is'], Tone>> = { holds: 'kept', lacks: 'broken', later: 'late' }

/** Each gate with what holds or lacks, and who and which backups are behind the last two. */
export function Gates({ standing, row }: { standing: Standing; row: Row }) {
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
      <Backups standing={standing} row={row} />
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

function Backups({ standing: { backups }, row }: { standing: Standing; row: Row }) {
  const say = useSay()
  const navigate = useNavigate()
  const mayAdd = mayEver(backupProof.access.create, useSession())
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
              <Link to={`/backup-proofs/${proof}`} className="ts-ref">
                {proof}
              </Link>
            </>
          ) : (
            <b className="is-broken">{say(words.none)}</b>
          )}
        </span>
      ))}
      {mayAdd && (
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() =>
            navigate({
              to: '/backup-proofs/new' as '/',
              search: { title: row['title'], components: row['backupOf'] } as never,
            })
          }
        >
          {say(words.addProof)}
        </Button>
      )}
    </p>
  )
}
