import { type Month, shareOf } from './figures.rules.ts'

/** A drawing as shapes on a sheet of its own units, for whoever puts it on a screen or on paper. Tones are names of colours. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly bars: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
    readonly tone: Tone
  }[]
  readonly lines: readonly {
    readonly points: readonly (readonly [x: number, y: number])[]
    readonly tone: Tone
    readonly dashed?: true
  }[]
  readonly texts: readonly {
    readonly x: number
    readonly y: number
    readonly text: string
    readonly at: 'start' | 'middle' | 'end'
  }[]
}

export type Tone = 'in' | 'out' | 'backlog' | 'rule' | 'promise'

const [width, height] = [240, 110]
const [left, right, top, bottom] = [24, 6, 12, 16]
const floor = height - bottom
const room = { across: width - left - right, up: floor - top }

/** Months beside each other: what came in, what was resolved, and what was left as a line. */
export function flowPicture(months: readonly Month[]): Picture {
  const most = Math.max(1, ...months.flatMap((month) => [month.in, month.out, month.backlog]))
  const up = (value: number) => floor - (value / most) * room.up
  const each = room.across / months.length
  const bar = (value: number, n: number, place: number, tone: Tone) => ({
    x: left + n * each + each * (0.18 + place * 0.33),
    y: up(value),
    width: each * 0.31,
    height: floor - up(value),
    tone,
  })
  const middle = (n: number) => left + (n + 0.5) * each
  return {
    width,
    height,
    bars: months.flatMap((month, n) => [bar(month.in, n, 0, 'in'), bar(month.out, n, 1, 'out')]),
    lines: [ground, { tone: 'backlog', points: months.map((month, n) => [middle(n), up(month.backlog)] as const) }],
    texts: [...names(months), scale(top + 3, String(most)), scale(floor, '0')],
  }
}

/** The share within target of each month, with what was promised as a dashed line; a month in which nothing was judged has none. */
export function sharePicture(months: readonly Month[], promised: number): Picture {
  const up = (percent: number) => floor - (percent / 100) * room.up
  const each = room.across / months.length
  const shares = months.map(shareOf)
  return {
    width,
    height,
    bars: shares.flatMap((share, n) =>
      share === null
        ? []
        : [
            {
              x: left + n * each + each * 0.3,
              y: up(share),
              width: each * 0.4,
              height: floor - up(share),
              tone: share >= promised ? ('out' as const) : ('backlog' as const),
            },
          ],
    ),
    lines: [
      ground,
      {
        tone: 'promise',
        dashed: true,
        points: [
          [left, up(promised)],
          [width - right, up(promised)],
        ],
      },
    ],
    texts: [
      ...names(months),
      ...shares.flatMap((share, n) =>
        share === null
          ? []
          : [{ x: left + (n + 0.5) * each, y: up(share) - 2, text: `${share}`, at: 'middle' as const }],
      ),
      scale(up(promised) + 2, `${promised}`),
      scale(floor, '0'),
    ],
  }
}

const ground = {
  tone: 'rule',
  points: [
    [left, floor],
    [width - right, floor],
  ],
} as const

const names = (months: readonly Month[]) =>
  months.map(({ month }, n) => ({
    x: left + (n + 0.5) * (room.across / months.length),
    y: height - 4,
    text: month.slice(2),
    at: 'middle' as const,
  }))

const scale = (y: number, text: string) => ({ x: left - 3, y, text, at: 'end' as const })
