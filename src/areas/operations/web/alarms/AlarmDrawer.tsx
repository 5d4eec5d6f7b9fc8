import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useCloseOnLeave } from '../../../../web/shell/leaving.ts'
import { alarmWords } from '../../alarm/alarm.words.ts'
import { AlarmCard } from './AlarmCard.tsx'
import { useOpenAlarms } from './open.ts'
import { alarmScreenWords as words } from './words.ts'

/** The open alarms over whatever page one is on. Following a link closes it. */
export function AlarmDrawer({ close }: { close: () => void }) {
  const say = useSay()
  const { data, error, refetch } = useOpenAlarms()
  useCloseOnLeave(close)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active />
  return (
    <div className="ops-drawer">
      {data.items.length === 0 && (
        <div className="ops-calm">
          <CheckCircleOutlined className="is-kept" />
          <b>{say(words.calm)}</b>
          <span className="ts-quiet">{say(words.calmHint)}</span>
        </div>
      )}
      <ul className="ops-alarms">
        {data.items.map((one) => (
          <AlarmCard key={one.id} alarm={one} />
        ))}
      </ul>
      <p className="ops-alarms-all">
        <Link to="/alarms">{say(alarmWords.plural)} →</Link>
      </p>
    </div>
  )
}
