import { CalendarOutlined, FilePdfOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Card, Progress, Skeleton } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { AddRelated } from '../../../../web/record/Related.tsx'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { advisoryItem } from '../../advisory-item/advisory-item.record.ts'
import { adviceWords, advisoryItemWords } from '../../advisory-item/advisory-item.words.ts'
import { riskWords } from '../../change/change.words.ts'
import { changeTones } from '../change/tones.ts'
import { type AgendaItem, useAgenda } from './agenda.ts'
import { OneItem } from './OneItem.tsx'
import { boardScreenWords as words } from './words.ts'
import './board.css'

/** The agenda, and of it one change after another with all that a board wants to know. */
export function AboutMeeting({ row }: PageProps) {
  const say = useSay()
  const lang = useLang()
  const found = useAgenda(row.id)
  const [chosen, setChosen] = useState<string>()
  const [adding, setAdding] = useState(false)
  const mayAdd = mayEver(advisoryItem.access.create, useSession())
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 6 }} />
  const { items } = found.data
  const live = items.filter(({ state }) => state === 'on-agenda' || state === 'advised')
  const advised = live.filter(({ state }) => state === 'advised').length
  const isOpen = row.state === 'planned' || row.state === 'in-session'
  // Where nobody has chosen, the next that nothing was said of.
  const at = items.find(({ id }) => id === chosen) ?? live.find(({ state }) => state === 'on-agenda') ?? items[0]
  const place = at ? items.indexOf(at) : -1
  return (
    <Card
      size="small"
      title={say(words.agenda)}
      extra={
        <span className="chg-hands">
          <Button
            size="small"
            icon={<CalendarOutlined />}
            href={`/api/advisory-meeting-invitation?meeting=${row.id}`}
            download
          >
            {say(words.calendar)}
          </Button>
          <Button
            size="small"
            icon={<FilePdfOutlined />}
            href={`/api/advisory-meetings/${row.id}/pdf?lang=${lang}`}
            download
          >
            {say(words.minutes)}
          </Button>
          {mayAdd && isOpen && (
            <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {say(words.add)}
            </Button>
          )}
        </span>
      }
    >
      {items.length === 0 && <p className="ts-quiet">{say(words.none)}</p>}
      {live.length > 0 && row.state !== 'planned' && (
        <Progress
          className="chg-progress"
          size="small"
          status="normal"
          percent={Math.round((100 * advised) / live.length)}
          format={() => `${say(words.progress)} ${advised}/${live.length}`}
          aria-label={`${say(words.progress)} ${advised}/${live.length}`}
        />
      )}
      {at && (
        <div className="brd-two">
          <ol className="ts-plain brd-list">
            {items.map((item) => (
              <li key={item.id}>
                <Line item={item} isChosen={item.id === at.id} onChoose={() => setChosen(item.id)} />
              </li>
            ))}
          </ol>
          <OneItem
            key={at.id}
            item={at}
            inSession={row.state === 'in-session'}
            onStep={(by) => setChosen(items[place + by]?.id)}
            hasPrevious={place > 0}
            hasNext={place < items.length - 1}
          />
        </div>
      )}
      {adding && (
        <AddRelated
          record={advisoryItem}
          by={{ meeting: row.id }}
          title={words.add}
          asked={['change', 'addReason']}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  )
}

function Line({ item, isChosen, onChoose }: { item: AgendaItem; isChosen: boolean; onChoose: () => void }) {
  const say = useSay()
  const { change, state, advice } = item
  const tone = advice ? changeTones['advisory-item'].advice[advice] : changeTones['advisory-item'].state[state]
  const isLive = state === 'on-agenda' || state === 'advised'
  return (
    <button
      type="button"
      className={`brd-line${isChosen ? ' is-chosen' : ''}`}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span className={isLive ? '' : 'ts-quiet'}>
        <span className="ts-number">{change.number}</span> {change.title}
      </span>
      <span className="brd-tags">
        {change.risk && <StateTag tone={changeTones.change.risk[change.risk]} word={say(riskWords[change.risk])} />}
        <StateTag tone={tone} word={say(isLive && advice ? adviceWords[advice] : advisoryItemWords.states[state])} />
      </span>
    </button>
  )
}
