import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useItem } from '../../../../web/client/hooks.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { asset } from '../../asset/asset.record.ts'
import { ImpactPicture } from './Impact.tsx'
import { useImpact } from './impact.ts'
import { assetScreenWords as words } from './words.ts'
import './asset.css'

/** `/assets/$key/impact`: the impact picture over the whole screen. */
export function ImpactPage() {
  const say = useSay()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const item = useItem(asset, key)
  const found = useImpact(key)
  const failed = item.error ?? found.error
  useTitle(`${say(words.impact)} ${item.data?.item.name ?? ''}`)
  if (failed) return <LoadFailed error={failed} retry={() => Promise.all([item.refetch(), found.refetch()])} />
  if (!item.data || !found.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const { name, number, tag } = item.data.item
  return (
    <div className="ast-impact-page">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(words.impact)}</h1>
        <Link to={`/assets/${number}`}>
          {tag} {name}
        </Link>
        {found.data.affectsTrading && <b className="is-late">{say(words.trading)}</b>}
        <span className="ts-grow" />
        <span className="ts-quiet">{say(words.impactHint)}</span>
      </div>
      <ImpactPicture impact={found.data} />
    </div>
  )
}
