import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Point } from './path.ts'

export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
}

/** An arrow from one box to another; its id is `from>to`. */
export interface Arrow {
  readonly from: string
  readonly to: string
}

export type Direction = 'DOWN' | 'UP' | 'RIGHT'

/** Where everything stands, in pixels from the top left corner. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyMap<string, Point>
  /** The way of each arrow, corner by corner, by `from>to`. */
  readonly arrows: ReadonlyMap<string, readonly Point[]>
}

export const arrowId = ({ from, to }: Arrow): string => `${from}>${to}`

let elk: InstanceType<typeof ELK> | undefined

/** Lays boxes out in layers along the arrows, off the main thread. Arrows to boxes that are not there are left out. */
export async function layOut(boxes: readonly Box[], arrows: readonly Arrow[], direction: Direction): Promise<Layout> {
  elk ??= new ELK({ workerUrl })
  const ids = new Set(boxes.map(({ id }) => id))
  const drawn = arrows.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const placed = await elk.layout({
    id: 'root',
    layoutOptions: { ...options, 'elk.direction': direction },
    children: boxes.map((box) => ({ ...box })),
    edges: drawn.map((arrow) => ({ id: arrowId(arrow), sources: [arrow.from], targets: [arrow.to] })),
  })
  return layoutOf(placed)
}

const options = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=12,left=12,bottom=12,right=12]',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.componentComponent': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  // Whatever waits for nothing stands in the first row.
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.mergeEdges': 'true',
}

function layoutOf({ width = 0, height = 0, children = [], edges = [] }: ElkNode): Layout {
  return {
    width,
    height,
    boxes: new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    arrows: new Map(
      edges.map(({ id, sections = [] }) => [
        id ?? '',
        sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]),
      ]),
    ),
  }
}
