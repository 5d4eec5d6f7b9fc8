import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { allocation } from '../../allocation/allocation.record.ts'
import { contract } from '../../contract/contract.record.ts'
import { licenceScreenWords as words } from './words.ts'
import './licence.css'

/** On an asset's page: the contracts that cover it, and the licences given to it. */
export function Covered({ row }: PageProps) {
  const say = useSay()
  const contracts = useList(contract, { assets: row.id, state: 'in-force', sort: 'validTo' }).data?.pages[0]
  const held = useList(allocation, { asset: row.id, state: 'held' }).data?.pages[0]
  if (!contracts?.items.length && !held?.items.length) return null
  return (
    <Card size="small" title={say(words.covered)}>
      <ul className="ts-plain">
        {contracts?.items.map(({ id, number, title, supplier, validTo }) => (
          <li key={id} className="lic-line">
            <span className="lic-what">
              <Link to={`/contracts/${number}`} className="ts-ref">
                {title}
              </Link>
            </span>
            <RefLink id={supplier} refs={contracts.refs} />
            {validTo && <span className="ts-figures ts-quiet">{validTo}</span>}
          </li>
        ))}
        {held?.items.map(({ id, licence, quantity }) => (
          <li key={id} className="lic-line">
            <span className="lic-what">
              <RefLink id={licence} refs={held.refs} />
            </span>
            <b className="ts-figures lic-count">{quantity}</b>
          </li>
        ))}
      </ul>
    </Card>
  )
}
