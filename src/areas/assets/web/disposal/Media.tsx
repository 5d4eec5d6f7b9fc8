import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Card } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import type { Refs, Row } from '../../../../web/client/types.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { VerbButtons } from '../../../../web/record/VerbButtons.tsx'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { destruction } from '../../destruction/destruction.record.ts'
import { destructionWords } from '../../destruction/destruction.words.ts'
import { disposalScreenWords as words } from './words.ts'

interface MediaProps {
  readonly row: Row
  readonly missing: readonly Words[]
  readonly holdsData: boolean
}

/** Each medium of what leaves: what was done to it, by whom, before whom; and what still stands in the way. */
export function Media({ row, missing, holdsData }: MediaProps) {
  const say = useSay()
  const navigate = useNavigate()
  const list = useList(destruction, { disposal: row.id, sort: 'number' })
  const pages = list.data?.pages ?? []
  const refs = Object.assign({}, ...pages.map((page) => page.refs))
  const items = pages.flatMap((page) => page.items)
  const mayAdd = mayEver(destruction.access.create, useSession())
  const isOpen = row.state === 'approved' || row.state === 'destroyed'
  return (
    <Card
      size="small"
      title={say(words.media)}
      extra={
        isOpen &&
        mayAdd && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() => navigate({ to: '/destructions/new', search: { disposal: row.id } as never })}
          >
            {say(words.addMedium)}
          </Button>
        )
      }
    >
      <Standing state={row.state} missing={missing} holdsData={holdsData} />
      <ul className="ts-plain">
        {items.map((one) => (
          <Medium key={one.id} one={one} refs={refs} />
        ))}
      </ul>
    </Card>
  )
}

function Standing({ state, missing, holdsData }: Omit<MediaProps, 'row'> & { state: string }) {
  const say = useSay()
  if (!holdsData) return <p className="ts-quiet">{say(words.none)}</p>
  if (state === 'proposed' || state === 'valued') return <p className="ts-quiet">{say(words.later)}</p>
  if (state === 'rejected' || state === 'withdrawn') return null
  if (missing.length === 0) return <Alert type="success" showIcon title={say(words.complete)} />
  return (
    <Alert
      type="warning"
      showIcon
      title={say(words.missing)}
      description={
        <ul className="ts-plain">
          {missing.map((one) => (
            <li key={one[1]}>{say(one)}</li>
          ))}
        </ul>
      }
    />
  )
}

function Medium({ one, refs }: { one: RowOf<typeof destruction>; refs: Refs }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('destruction')
  const { choices, states } = destructionWords
  const how = [
    one.medium && choices.medium[one.medium],
    one.method && choices.method[one.method],
    one.technique && choices.technique[one.technique],
  ].filter((pair) => pair !== null)
  return (
    <li className="dsp-medium">
      <StateTag tone={toneOf(areas, entry, 'state', one.state) ?? 'start'} word={say(states[one.state])} />
      <span className="dsp-what">
        <Link to={`/destructions/${one.number}`} className="ts-ref">
          {one.label ?? one.number}
        </Link>
        {how.length > 0 && <span className="ts-quiet">{how.map((pair) => say(pair)).join(' · ')}</span>}
        {one.operator && one.performedAt && (
          <span className="ts-quiet">
            {say(words.operator)} <RefLink id={one.operator} refs={refs} />{' '}
            <span className="ts-figures">{showInstant(one.performedAt)}</span>
          </span>
        )}
        {one.witness && one.witnessedAt && (
          <span className="ts-quiet">
            {say(words.witness)} <RefLink id={one.witness} refs={refs} />{' '}
            <span className="ts-figures">{showInstant(one.witnessedAt)}</span>
          </span>
        )}
      </span>
      <VerbButtons entry={entry} row={one as unknown as Row} refs={refs} only={['destroy', 'witness']} />
    </li>
  )
}
