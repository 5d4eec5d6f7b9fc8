import '@xyflow/react/dist/base.css'
import './graph.css'
import { useQuery } from '@tanstack/react-query'
import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import { Skeleton } from 'antd'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { LoadFailed } from '../shell/Broken.tsx'
import { useDark } from '../shell/theme.tsx'
import { type Arrow, arrowId, type Box, type Direction, type Layout, layOut } from './layout.ts'
import { type Point, roundedPath, viewOf } from './path.ts'

export interface GraphArrow extends Arrow {
  /** A class of the line: `is-kept`, `is-broken` … */
  readonly look?: string
}

interface GraphProps<N extends Box> {
  readonly boxes: readonly N[]
  readonly arrows: readonly GraphArrow[]
  readonly direction: Direction
  /** What is drawn in a box; it fills it. */
  readonly draw: (box: N) => ReactNode
  /** The box that must be in sight. */
  readonly focus?: string | undefined
  readonly label: string
  /** Among other things on a page, whose wheel it leaves alone. */
  readonly inline?: boolean
}

/** A graph in layers, to be looked at and moved about: places and ways come from ELK, boxes from whoever uses it. */
export function Graph<N extends Box>({ boxes, arrows, direction, draw, focus, label, inline = false }: GraphProps<N>) {
  const shape = JSON.stringify([
    direction,
    boxes.map(({ id, width, height }) => [id, width, height]),
    arrows.map(arrowId),
  ])
  const found = useQuery({
    queryKey: ['graph', shape],
    queryFn: () =>
      layOut(
        boxes.map(({ id, width, height }) => ({ id, width, height })),
        arrows,
        direction,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { dark } = useDark()
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Skeleton active className="ts-pad" />
  const layout = found.data
  return (
    <figure className="ts-graph" aria-label={label}>
      <ReactFlow
        nodes={boxes.map((box) => nodeOf(box, layout, draw, direction))}
        edges={arrows.map((arrow) => edgeOf(arrow, layout))}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={dark ? 'dark' : 'light'}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        panOnScroll={!inline}
        zoomOnScroll={false}
        preventScrolling={!inline}
        minZoom={0.3}
        maxZoom={1.6}
        proOptions={{ hideAttribution: true }}
      >
        <View layout={layout} boxes={boxes} focus={focus} />
        <Controls showInteractive={false} orientation="horizontal" />
      </ReactFlow>
    </figure>
  )
}

type BoxNode = Node<{ drawn: ReactNode; direction: Direction }, 'box'>
type RoutedEdge = Edge<{ path: string }, 'routed'>

function nodeOf<N extends Box>(box: N, layout: Layout, draw: (box: N) => ReactNode, direction: Direction): BoxNode {
  const { id, width, height } = box
  return {
    id,
    type: 'box',
    position: layout.boxes.get(id) ?? { x: 0, y: 0 },
    width,
    height,
    data: { drawn: draw(box), direction },
  }
}

const edgeOf = (arrow: GraphArrow, layout: Layout): RoutedEdge => ({
  id: arrowId(arrow),
  type: 'routed',
  source: arrow.from,
  target: arrow.to,
  className: arrow.look ?? '',
  data: { path: roundedPath(layout.arrows.get(arrowId(arrow)) ?? [], 6) },
})

const sides = {
  DOWN: [Position.Top, Position.Bottom],
  UP: [Position.Bottom, Position.Top],
  RIGHT: [Position.Left, Position.Right],
} as const

/** xyflow draws no edge without handles; nobody sees or uses them. */
const BoxView = ({ data: { drawn, direction } }: NodeProps<BoxNode>) => (
  <>
    <Handle type="target" position={sides[direction][0]} isConnectable={false} />
    {drawn}
    <Handle type="source" position={sides[direction][1]} isConnectable={false} />
  </>
)

const RoutedView = ({ data }: EdgeProps<RoutedEdge>) => <BaseEdge path={data?.path ?? ''} />

const nodeTypes = { box: BoxView }
const edgeTypes = { routed: RoutedView }

/** Height of the strip at the foot that the controls lie on, in pixels. */
const foot = 36
const glideMs = 150

/** Looks at the drawing as a whole when it or the screen changes, and glides to what the focus moves to. */
function View({ layout, boxes, focus }: { layout: Layout; boxes: readonly Box[]; focus: string | undefined }) {
  const flow = useReactFlow()
  const placed = useRef(false)
  const width = useStore((store) => store.width)
  const height = useStore((store) => store.height)
  const middle = useMemo((): Point | undefined => {
    const box = boxes.find(({ id }) => id === focus)
    const at = focus === undefined ? undefined : layout.boxes.get(focus)
    return box && at && { x: at.x + box.width / 2, y: at.y + box.height / 2 }
  }, [boxes, focus, layout])
  useEffect(() => {
    if (width === 0 || height === 0) return
    const view = viewOf({ width, height: height - foot }, layout, middle)
    void flow.setViewport(view, { duration: placed.current ? glideMs : 0 })
    placed.current = true
  }, [flow, width, height, layout, middle])
  return null
}
