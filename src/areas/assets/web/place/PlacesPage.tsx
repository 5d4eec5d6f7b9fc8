import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Skeleton, Tree, TreeSelect } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useSession } from '../../../../web/client/session.ts'
import { useEntry } from '../../../../web/context.ts'
import { mayCreate } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { PlacePanel } from './PlacePanel.tsx'
import { type Branch, type TreePlace, treeOf, usePlaces } from './places.ts'
import { placeWords as words } from './words.ts'
import './place.css'

/** `/places?at=LOC-…`: the tree of places with counts, and what stands in the one that is chosen. */
export function PlacesPage() {
  const say = useSay()
  const navigate = useNavigate()
  const session = useSession()
  const entry = useEntry('location')
  const { at } = useSearch({ strict: false }) as { at?: string }
  const found = usePlaces()
  const items = found.data?.items
  const tree = useMemo(() => treeOf(items ?? []), [items])
  const [opened, setOpened] = useState<readonly string[]>()
  useTitle(say(words.title))
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  const chosen = items?.find(({ number }) => number === at) ?? firstRoom(items ?? [])
  const go = (id: string) => {
    const number = items?.find((one) => one.id === id)?.number
    void navigate({ to: '/places', search: { at: number } as never, replace: true })
  }
  if (!chosen)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} className="ts-none" description={say(words.none)}>
        {mayCreate(entry, session) && (
          <Button type="primary" onClick={() => navigate({ to: '/locations/new' })}>
            {say(words.addFirst)}
          </Button>
        )}
      </Empty>
    )
  return (
    <div className="ast-places">
      <nav className="ast-places-tree" aria-label={say(words.title)}>
        <h1 className="ts-title">{say(words.title)}</h1>
        <TreeSelect
          className="ast-places-pick"
          value={chosen.id}
          treeData={tree.map(optionOf)}
          onChange={go}
          aria-label={say(words.choose)}
          treeDefaultExpandedKeys={pathTo(items ?? [], chosen.id)}
        />
        <Tree
          className="ast-places-whole"
          blockNode
          treeData={tree.map(nodeOf)}
          selectedKeys={[chosen.id]}
          expandedKeys={[...(opened ?? openAtFirst(tree)), ...pathTo(items ?? [], chosen.id)]}
          onExpand={(keys) => setOpened(keys.map(String))}
          onSelect={([id]) => id !== undefined && go(String(id))}
        />
      </nav>
      <PlacePanel key={chosen.id} place={chosen} go={go} />
    </div>
  )
}

interface TreeNode {
  readonly key: string
  readonly title: ReactNode
  readonly children: TreeNode[]
}

const nodeOf = (branch: Branch): TreeNode => ({
  key: branch.id,
  title: (
    <span className="ast-places-node" title={branch.code}>
      <span>{branch.name}</span>
      <span className="ts-quiet ts-figures">{branch.total || ''}</span>
    </span>
  ),
  children: branch.inside.map(nodeOf),
})

interface TreeOption {
  readonly value: string
  readonly title: string
  readonly children: TreeOption[]
}

const optionOf = (branch: Branch): TreeOption => ({
  value: branch.id,
  title: `${branch.name}${branch.total ? ` (${branch.total})` : ''}`,
  children: branch.inside.map(optionOf),
})

/** Sites and buildings: below them are more rooms than one wants to see at once. */
const openAtFirst = (branches: readonly Branch[]): string[] =>
  branches.flatMap((one) =>
    one.kind === 'site' || one.kind === 'building' ? [one.id, ...openAtFirst(one.inside)] : [],
  )

function pathTo(items: readonly TreePlace[], id: string): string[] {
  const parent = items.find((one) => one.id === id)?.parent
  return parent ? [...pathTo(items, parent), parent] : []
}

/** Where one begins to look: a room that has racks. */
const firstRoom = (items: readonly TreePlace[]): TreePlace | undefined => {
  const rack = items.find(({ kind }) => kind === 'rack')
  return items.find(({ id }) => id === rack?.parent) ?? items[0]
}
