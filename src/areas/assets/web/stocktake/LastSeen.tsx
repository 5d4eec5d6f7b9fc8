import { Card } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { stocktakeCount } from '../../stocktake-count/stocktake-count.record.ts'
import { stocktakingWords as words } from './words.ts'
import './stocktake.css'

/** Where and by whom an asset was last counted. */
export function LastSeen({ row }: PageProps) {
  const say = useSay()
  const { data } = useList(stocktakeCount, { asset: row.id, sort: '-countedAt', limit: '3' })
  const page = data?.pages[0]
  if (!page || page.items.length === 0) return null
  return (
    <Card size="small" title={say(words.lastSeen)}>
      {page.items.map(({ id, countedAt, place, counter, stocktake }) => (
        <p key={id} className="stk-one">
          <span className="ts-figures">{showInstant(countedAt)}</span>
          {place && <RefLink id={place} refs={page.refs} />}
          <RefLink id={counter} refs={page.refs} />
          <RefLink id={stocktake} refs={page.refs} />
        </p>
      ))}
    </Card>
  )
}
