import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Drawer, Empty, Grid, Segmented, Skeleton } from 'antd'
import { Graph } from '../../../../web/graph/Graph.tsx'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { boxSize, ComponentBox, HealthTag } from './ComponentBox.tsx'
import { ComponentPanel } from './ComponentPanel.tsx'
import {
  type ComponentMap,
  countByHealth,
  directionOf,
  type MapNode,
  neighbourhood,
  useMap,
  within,
  worstFirst,
} from './map.ts'
import { choicesOf, choiceWords, mapWords } from './words.ts'
import '../parts.css'
import './map.css'

/** `/map?environment=production&at=CMP-…`: everything that runs, how it is, and what stands on what. */
export function MapPage() {
  const say = useSay()
  const navigate = useNavigate()
  const { environment, at } = useSearch({ strict: false }) as { environment?: string; at?: string }
  const screens = Grid.useBreakpoint()
  const phone = screens.md === false
  const beside = screens.xl ?? true
  const found = useMap()
  useTitle(say(mapWords.title))
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />

  const go = (search: object) =>
    navigate({ to: '/map', search: { environment, at, ...search } as never, replace: true })
  const shown = within(found.data, environment)
  const chosen = shown.nodes.find(({ number }) => number === at)
  const choose = (number: string) => go({ at: number === at ? undefined : number })
  const panel = chosen && <ComponentPanel node={chosen} onGo={(number) => go({ at: number, environment: undefined })} />
  return (
    <div className="ops-map">
      <div className="ts-list-head">
        <h1 className="ts-title">{say(mapWords.title)}</h1>
        <Counts nodes={shown.nodes} />
        <span className="ts-grow" />
        <Environments nodes={found.data.nodes} value={environment} onChange={(next) => go({ environment: next })} />
      </div>
      <div className="ops-map-body">
        <div className="ops-map-main">
          {shown.nodes.length === 0 ? (
            <Nothing filtered={found.data.nodes.length > 0} />
          ) : phone ? (
            <HealthList nodes={worstFirst(shown.nodes)} at={at} choose={choose} />
          ) : (
            <MapGraph map={shown} chosen={chosen} choose={choose} />
          )}
        </div>
        {beside && panel && <aside className="ops-map-side">{panel}</aside>}
      </div>
      {!beside && (
        <Drawer open={chosen !== undefined} onClose={() => go({ at: undefined })} size={phone ? '100%' : 400}>
          {panel}
        </Drawer>
      )}
    </div>
  )
}

interface ChoosingProps {
  readonly choose: (number: string) => void
}

/** What carries stands below, or left of, what it carries, so that trouble is seen to spread upwards or to the right. */
export function MapGraph({ map, chosen, choose }: ChoosingProps & { map: ComponentMap; chosen: MapNode | undefined }) {
  const say = useSay()
  const near = chosen && neighbourhood(map, chosen.id)
  const down = new Set(map.nodes.filter(({ health }) => health === 'down').map(({ id }) => id))
  const look = (from: string, to: string) => {
    if (down.has(to)) return 'is-broken'
    return near?.has(from) && near.has(to) ? 'is-chosen' : ''
  }
  return (
    <Graph
      label={say(mapWords.title)}
      direction={directionOf(map)}
      boxes={map.nodes.map((node) => ({ ...node, ...boxSize }))}
      arrows={map.edges.map(({ from, to }) => ({ from: to, to: from, look: look(from, to) }))}
      draw={(node) => (
        <ComponentBox
          node={node}
          chosen={node.id === chosen?.id}
          faded={near !== undefined && !near.has(node.id)}
          onChoose={() => choose(node.number)}
        />
      )}
    />
  )
}

const HealthList = ({ nodes, at, choose }: ChoosingProps & { nodes: readonly MapNode[]; at: string | undefined }) => (
  <ul className="ts-plain ops-map-list">
    {nodes.map((node) => (
      <li key={node.id}>
        <ComponentBox node={node} chosen={node.number === at} faded={false} onChoose={() => choose(node.number)} />
      </li>
    ))}
  </ul>
)

const Counts = ({ nodes }: { nodes: readonly MapNode[] }) => (
  <span className="ops-line">
    {countByHealth(nodes)
      .filter(([, count]) => count > 0)
      .map(([health, count]) => (
        <span key={health} className="ts-figures">
          <HealthTag health={health} /> <b>{count}</b>
        </span>
      ))}
  </span>
)

interface EnvironmentsProps {
  readonly nodes: readonly MapNode[]
  readonly value: string | undefined
  readonly onChange: (environment: string | undefined) => void
}

/** Only environments that hold something, and none to choose where there is only one. */
function Environments({ nodes, value, onChange }: EnvironmentsProps) {
  const say = useSay()
  const held = choicesOf('environment').filter((one) => nodes.some(({ environment }) => environment === one))
  if (held.length < 2) return null
  return (
    <Segmented
      value={value ?? ''}
      onChange={(next) => onChange(next || undefined)}
      options={[
        { value: '', label: say(mapWords.all) },
        ...held.map((one) => ({ value: one, label: say(choiceWords('environment', one)) })),
      ]}
    />
  )
}

function Nothing({ filtered }: { filtered: boolean }) {
  const say = useSay()
  const navigate = useNavigate()
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      className="ts-none"
      description={say(filtered ? mapWords.noneHere : mapWords.none)}
    >
      {!filtered && (
        <Button type="primary" onClick={() => navigate({ to: '/components/new' })}>
          {say(mapWords.addFirst)}
        </Button>
      )}
    </Empty>
  )
}
