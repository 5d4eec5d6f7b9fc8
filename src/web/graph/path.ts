export interface Point {
  readonly x: number
  readonly y: number
}

/** An SVG path through the corners, each rounded by at most `radius` and half of its shorter side. */
export function roundedPath(corners: readonly Point[], radius: number): string {
  const [first, ...rest] = corners
  if (!first) return ''
  const parts = [`M${first.x} ${first.y}`]
  rest.forEach((corner, n) => {
    const before = corners[n] as Point
    const after = rest[n + 1]
    if (!after) {
      parts.push(`L${corner.x} ${corner.y}`)
      return
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const into = towards(corner, before, r)
    const out = towards(corner, after, r)
    parts.push(`L${into.x} ${into.y}Q${corner.x} ${corner.y} ${out.x} ${out.y}`)
  })
  return parts.join('')
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Smaller than this nobody reads a box. */
const leastZoom = 0.8

/**
 * How to look at a drawing: all of it in the middle where that stays readable, else as large as is readable, around
 * `focus` and never beyond an edge. Never enlarged.
 */
export function viewOf(screen: Size, drawing: Size, focus?: Point): { x: number; y: number; zoom: number } {
  const whole = Math.min(screen.width / drawing.width, screen.height / drawing.height, 1)
  const zoom = whole >= leastZoom ? whole : Math.max(leastZoom, Math.min(screen.width / drawing.width, 1))
  const along = (room: number, length: number, at: number | undefined) =>
    length <= room ? (room - length) / 2 : clamp(room / 2 - (at ?? 0) * zoom, room - length, 0)
  return {
    x: along(screen.width, drawing.width * zoom, focus?.x),
    y: along(screen.height, drawing.height * zoom, focus?.y),
    zoom,
  }
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  if (length === 0) return from
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length }
}
