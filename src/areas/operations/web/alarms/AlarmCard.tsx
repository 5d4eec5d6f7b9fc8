import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { alarmWords } from '../../alarm/alarm.words.ts'
import { Age } from '../clock/Age.tsx'
import { useMayTake, useOpenIncident, useTake } from './hands.ts'
import type { OpenAlarm } from './open.ts'
import { groupWords, reachWords, suppressedWords, alarmScreenWords as words } from './words.ts'
import './alarms.css'

/** An open alarm with what a hand needs: how bad, since when, what it affects, and what to do. */
export function AlarmCard({ alarm }: { alarm: OpenAlarm }) {
  const say = useSay()
  const lang = useLang()
  const { areas } = useParts()
  const tone = toneOf(areas, useEntry('alarm'), 'severity', alarm.severity) ?? 'broken'
  const title = lang === 'en' ? (alarm.titleEn ?? alarm.title) : alarm.title
  return (
    <li className={`ops-alarm is-${alarm.quiet === 'silenced' ? 'silenced' : alarm.state}`} data-row={alarm.number}>
      <div className="ops-alarm-head">
        <StateTag
          tone={tone}
          word={say(alarmWords.choices.severity[alarm.severity] ?? [alarm.severity, alarm.severity])}
        />
        <Link to={`/alarms/${alarm.number}`} className="ops-alarm-title">
          {title}
        </Link>
        <Age since={alarm.firstAt} />
      </div>
      <div className="ops-alarm-facts">
        {alarm.affectsTrading && <b className="is-broken">{say(words.affectsTrading)}</b>}
        {alarm.component && (
          <Link to={`/components/${alarm.component.number}`} className="ts-ref">
            {alarm.component.name}
          </Link>
        )}
        {alarm.affects.count > 0 && (
          <span title={alarm.affects.names.join(', ')}>{say(reachWords(alarm.affects.count))}</span>
        )}
        {alarm.suppressedCount > 0 && <span>{say(suppressedWords(alarm.suppressedCount))}</span>}
        {!!alarm.grouped && (
          <Link
            to="/alarms"
            search={{ groupedUnder: alarm.groupedUnder ?? alarm.id, state: 'firing,acknowledged' } as never}
          >
            {say(groupWords(alarm.grouped))}
          </Link>
        )}
        {alarm.quiet && !alarm.grouped && <span>{say(alarmWords.choices.quiet[alarm.quiet] ?? ['', ''])}</span>}
        {alarm.flapping && <span className="is-late">{say(words.flapping)}</span>}
        {alarm.recoveredAt && <span className="is-kept">{say(words.recovered)}</span>}
      </div>
      <Hands alarm={alarm} />
    </li>
  )
}

function Hands({ alarm }: { alarm: OpenAlarm }) {
  const say = useSay()
  const may = useMayTake()
  const { take, taking } = useTake(alarm)
  const { openIncident, opening } = useOpenIncident(alarm.id)
  return (
    <div className="ops-alarm-hands">
      {alarm.acknowledgedBy && (
        <span className="ts-quiet">
          {alarm.acknowledgedBy.name} {say(words.taken)}
        </span>
      )}
      {alarm.incident && (
        <Link to={`/incidents/${alarm.incident.number}`} className="ts-ref">
          {alarm.incident.number}
        </Link>
      )}
      {may && !alarm.incident && (
        <Button size="small" onClick={openIncident} loading={opening}>
          {say(words.openIncident)}
        </Button>
      )}
      {may && alarm.state === 'firing' && (
        <Button size="small" type="primary" onClick={take} loading={taking}>
          {say(words.take)}
        </Button>
      )}
    </div>
  )
}
