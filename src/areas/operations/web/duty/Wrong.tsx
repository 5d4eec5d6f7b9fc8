import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { componentWords } from '../../component/component.words.ts'
import { AlarmCard } from '../alarms/AlarmCard.tsx'
import { Age } from '../clock/Age.tsx'
import { maintenanceWords } from '../maintenance/words.ts'
import { Panel, Quiet } from './Panel.tsx'
import { dutyWords, moreComponentsWords, watchedWords } from './words.ts'
import { type Unwell, useWrong } from './wrong.ts'

const healthTones = { unknown: 'unknown', slow: 'late', down: 'broken' } as const

/** Components listed at most: what is behind an alarm already is many, and needs no hand of its own. */
const most = 8

/** What is wrong, in the order in which it needs a hand: alarms, then components that are not up. */
export function Wrong() {
  const say = useSay()
  const { data, error, refetch } = useWrong()
  if (error && !data)
    return <Panel title={dutyWords.wrong}>{<LoadFailed error={error} retry={() => refetch()} />}</Panel>
  if (!data) {
    return (
      <Panel title={dutyWords.wrong}>
        <Skeleton active title={false} paragraph={{ rows: 4 }} className="ops-pad" />
      </Panel>
    )
  }
  const { alarms, components, count } = data
  const rest = count.components - Math.min(components.length, most)
  return (
    <Panel
      title={dutyWords.wrong}
      extra={count.alarms > 0 && <span className="ts-figures is-broken">{count.alarms}</span>}
    >
      {count.alarms + count.components === 0 && <Calm watched={count.watched} />}
      <ul className="ops-alarms">
        {alarms.map((alarm) => (
          <AlarmCard key={alarm.id} alarm={alarm} />
        ))}
        {components.slice(0, most).map((one) => (
          <UnwellLine key={one.id} one={one} />
        ))}
      </ul>
      {rest > 0 && (
        <p className="ops-pad">
          <Link to="/components" search={{ health: 'down,slow,unknown' } as never}>
            {say(moreComponentsWords(rest))} →
          </Link>
        </p>
      )}
    </Panel>
  )
}

/** Nothing wrong is only good news where somebody looks. */
function Calm({ watched }: { watched: number }) {
  const say = useSay()
  if (watched === 0) {
    return (
      <Quiet tone="unknown" title={dutyWords.nothingWatched} hint={dutyWords.nothingWatchedHint}>
        <Link to="/probes">{say(dutyWords.toProbes)} →</Link>
      </Quiet>
    )
  }
  return (
    <div className="ops-calm">
      <CheckCircleOutlined className="is-kept" />
      <b>{say(dutyWords.calm)}</b>
      <span className="ts-quiet">{say(watchedWords(watched))}</span>
    </div>
  )
}

function UnwellLine({ one }: { one: Unwell }) {
  const say = useSay()
  return (
    <li className="ops-unwell" data-row={one.number}>
      <StateTag
        tone={healthTones[one.health]}
        word={say(componentWords.choices.health[one.health] ?? [one.health, one.health])}
      />
      <Link to={`/components/${one.number}`} className="ts-ref">
        {one.name}
      </Link>
      {one.criticality === 'trading' && !one.behind && (
        <b className="is-broken">{say(componentWords.choices.criticality['trading'] ?? ['', ''])}</b>
      )}
      {one.behind && (
        <span className="ts-quiet">
          {say(dutyWords.behind)} {one.behind.name}
        </span>
      )}
      {one.maintenance && (
        <Link to={`/maintenance-windows/${one.maintenance}`} className="ts-ref">
          {say(maintenanceWords.under)}
        </Link>
      )}
      <span className="ts-grow" />
      {one.since && <Age since={one.since} />}
    </li>
  )
}
