import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { toneOf, useEntry, useParts } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { disposal } from '../../disposal/disposal.record.ts'
import { disposalWords } from '../../disposal/disposal.words.ts'
import { staff } from '../../keepers.rules.ts'
import { maintenanceOrder } from '../../maintenance-order/maintenance-order.record.ts'
import { Orders } from './Orders.tsx'
import { upkeepWords as words } from './words.ts'

/** On an asset's page: its maintenance, and the disposal that it is part of. */
export function Care(props: PageProps) {
  return mayEver(staff, useSession()) ? <Shown {...props} /> : null
}

function Shown({ row }: PageProps) {
  const say = useSay()
  const session = useSession()
  const mayReport = mayEver(maintenanceOrder.access.create, session) && row.state !== 'disposed'
  return (
    <>
      <Leaving asset={row.id} />
      <Card
        size="small"
        title={say(words.ofAsset)}
        extra={
          mayReport && (
            <Link to={'/maintenance-orders/new' as '/'} search={{ assets: row.id } as never}>
              {say(words.report)}
            </Link>
          )
        }
      >
        <Orders where={{ assets: row.id }} none={words.none} />
      </Card>
    </>
  )
}

function Leaving({ asset }: { asset: string }) {
  const say = useSay()
  const { areas } = useParts()
  const entry = useEntry('disposal')
  const { data } = useList(disposal, { assets: asset, sort: '-number' })
  const items = data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <Card size="small" title={say(disposalWords.name)}>
      <ul className="ts-plain">
        {items.map(({ id, number, title, state }) => (
          <li key={id}>
            <StateTag tone={toneOf(areas, entry, 'state', state) ?? 'start'} word={say(disposalWords.states[state])} />{' '}
            <Link to={`/disposals/${number}`} className="ts-ref">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
