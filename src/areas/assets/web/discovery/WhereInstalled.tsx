import { Link } from '@tanstack/react-router'
import { Empty, Skeleton } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { useList } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { installation } from '../../installation/installation.record.ts'
import './discovery.css'

const words = {
  title: ['装在哪里', 'Where it is installed'],
  none: ['现在没有一处安装。', 'It is installed nowhere now.'],
  all: ['查看全部安装', 'All installations'],
} as const satisfies Record<string, Words>

const shown = 12

/** Of a product: on which assets it is installed now, and in which releases. */
export function WhereInstalled({ row }: PageProps) {
  const say = useSay()
  const found = useList(installation, { software: row.id, state: 'present', limit: String(shown) })
  const [page] = found.data?.pages ?? []
  if (found.isPending) return <Skeleton active paragraph={{ rows: 2 }} />
  const items = page?.items ?? []
  return (
    <section className="ast-installed">
      <h2>
        {say(words.title)} <span className="ts-figures ts-quiet">{page?.count.value ?? ''}</span>
      </h2>
      {items.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.none)} />
      ) : (
        <ul>
          {items.map((one) => (
            <li key={one.id}>
              <RefLink id={one.asset} refs={page?.refs ?? {}} />{' '}
              <span className="ts-figures ts-quiet">{one.release}</span>
            </li>
          ))}
        </ul>
      )}
      {items.length >= shown && (
        <Link to={'/installations' as never} search={{ software: row.id, state: 'present' } as never}>
          {say(words.all)}
        </Link>
      )}
    </section>
  )
}
