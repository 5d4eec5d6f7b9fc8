import { Skeleton } from 'antd'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { ribbonOf, type TradingCalendar } from '../../calendar/calendar.rules.ts'
import { dayWords } from '../clock/words.ts'
import { useDue } from './due.ts'
import { Panel } from './Panel.tsx'
import { RibbonDrawing } from './RibbonDrawing.tsx'
import { useAlarmsOfDay, useRunsOfDay } from './ribbon-items.ts'
import { dutyWords } from './words.ts'
import './ribbon.css'

interface RibbonProps {
  readonly calendar: TradingCalendar
  readonly day: string
  readonly now: number
  /** What leads on from here. */
  readonly more?: ReactNode
}

/** The trading day as a ribbon: its sessions, what was run and is due, what went wrong, and where we are. */
export function Ribbon({ calendar, day, now, more }: RibbonProps) {
  const say = useSay()
  const [box, width] = useWidth()
  const runs = useRunsOfDay(day)
  const alarms = useAlarmsOfDay(day)
  const due = useDue()
  const segments = ribbonOf(calendar, day)
  const failed = runs.error ?? alarms.error
  return (
    <Panel
      title={dutyWords.day}
      extra={
        <span className="ops-ribbon-beside">
          <span className="ts-quiet">{say(dayWords(day))}</span>
          {more}
        </span>
      }
    >
      <div ref={box} className="ops-ribbon">
        {failed && !(runs.data && alarms.data) && (
          <LoadFailed error={failed} retry={() => Promise.all([runs.refetch(), alarms.refetch()])} />
        )}
        {!failed && !(runs.data && alarms.data) && <Skeleton active title={false} />}
        {width > 0 && segments !== 'unknown' && runs.data && alarms.data && (
          <RibbonDrawing
            segments={segments}
            day={day}
            runs={runs.data.items}
            alarms={alarms.data.items}
            due={(due.data?.tradingDay === day ? due.data.items : []).filter(({ run }) => run === null)}
            now={now}
            width={width}
          />
        )}
      </div>
    </Panel>
  )
}

/** The width of a box in pixels, followed as it changes; 0 before it is known. */
export function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [box, width] as const
}
