import { Link } from '@tanstack/react-router'
import { Card, Skeleton } from 'antd'
import { useCall } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Held } from '../../maintenance-window/held.rules.ts'
import { maintenanceWords as words } from './words.ts'
import '../parts.css'

/** On a window's page: what it held back, and what became of that. */
export function AboutWindow({ row }: PageProps) {
  const say = useSay()
  const watches = ['maintenance-window', 'event', 'alarm']
  const { data, error, refetch } = useCall<{ items: readonly Held[] }>(
    `/maintenance-windows/${row.id}/held`,
    {},
    watches,
  )
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  return (
    <Card size="small" title={say(words.held)}>
      {!data && <Skeleton active />}
      {data?.items.length === 0 && <p className="ts-quiet">{say(words.nothingHeld)}</p>}
      {data && data.items.length > 0 && (
        <HeadedTable
          box="ops-scroll"
          table="ops-table"
          heads={[words.what, words.first, words.last, words.times, words.became]}
        >
          <tbody>
            {data.items.map((one) => (
              <HeldLine key={one.key} one={one} />
            ))}
          </tbody>
        </HeadedTable>
      )}
    </Card>
  )
}

function HeldLine({ one }: { one: Held }) {
  const say = useSay()
  const lang = useLang()
  return (
    <tr>
      <td>{lang === 'en' ? one.titleEn : one.title}</td>
      <td className="ts-figures">{showInstant(one.firstAt)}</td>
      <td className="ts-figures">{showInstant(one.lastAt)}</td>
      <td className="ts-figures">{one.times}</td>
      <td>
        {one.alarm ? (
          <Link to={`/alarms/${one.alarm.number}`} className="ts-ref">
            {one.alarm.number}
          </Link>
        ) : (
          <StateTag tone={one.overAt ? 'kept' : 'late'} word={say(one.overAt ? words.over : words.waiting)} />
        )}
      </td>
    </tr>
  )
}
