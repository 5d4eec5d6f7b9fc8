import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Orders } from './Orders.tsx'
import { upkeepWords as words } from './words.ts'

/** What came of a plan, the newest first. */
export function AboutPlan({ row }: PageProps) {
  const say = useSay()
  return (
    <Card
      size="small"
      title={say(words.orders)}
      extra={
        <Link to="/maintenance-orders" search={{ plan: row.id } as never}>
          {say(words.all)}
        </Link>
      }
    >
      <Orders where={{ plan: row.id }} none={words.none} />
    </Card>
  )
}
