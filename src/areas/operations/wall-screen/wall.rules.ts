import type { RowOf } from '../../../record/record.ts'
import type { alarm } from '../alarm/alarm.record.ts'
import type { TradingCalendar } from '../calendar/calendar.rules.ts'
import type { component } from '../component/component.record.ts'
import type { run } from '../run/run.record.ts'

/** What a big screen is given, and draws. */
export interface Wall {
  readonly now: string
  readonly screen: { readonly name: string; readonly lang: 'zh' | 'en'; readonly seconds: number }
  readonly calendar: TradingCalendar | null
  readonly day: string | null
  readonly due: readonly WallDue[]
  readonly runs: readonly Pick<
    RowOf<typeof run>,
    'id' | 'number' | 'title' | 'titleEn' | 'state' | 'createdAt' | 'finishedAt'
  >[]
  readonly alarmsOfDay: readonly Pick<
    RowOf<typeof alarm>,
    'id' | 'number' | 'title' | 'titleEn' | 'state' | 'severity' | 'firstAt' | 'resolvedAt'
  >[]
  readonly alarms: { readonly open: number; readonly firing: number; readonly items: readonly WallAlarm[] }
  readonly components: readonly WallComponent[]
  readonly positions: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn: string | null
    readonly people: readonly {
      readonly name: string
      readonly until: string
      /** Without a signature somebody is only planned. */
      readonly signed: boolean
      readonly late: boolean
    }[]
    readonly next: { readonly name: string; readonly at: string } | null
  }[]
}

interface WallDue {
  readonly runbook: {
    readonly id: string
    readonly number: string
    readonly code: string
    readonly title: string
    readonly titleEn: string | null
    readonly kind: string
  }
  readonly dueAt: string | null
  readonly run: {
    readonly id: string
    readonly number: string
    readonly state: 'in-progress' | 'finished' | 'aborted'
    readonly startedAt: string
    readonly settled: number
    readonly total: number
    readonly late: number
    readonly troubled: number
  } | null
}

export interface WallAlarm {
  readonly id: string
  readonly title: string
  readonly titleEn: string | null
  readonly state: 'firing' | 'acknowledged'
  readonly severity: 'critical' | 'warning'
  readonly firstAt: string
  readonly component: string | null
  readonly acknowledgedBy: string | null
  readonly affectsTrading: boolean
}

type Choice<K extends 'health' | 'criticality'> = (typeof component)['fields'][K]['choices'][number]

export interface WallComponent {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly criticality: Choice<'criticality'>
  readonly health: Choice<'health'>
  readonly since: string | null
  /** Until when it is worked on. */
  readonly maintainedUntil: string | null
}

/** Tiles that can be read at five metres. */
export const mostTiles = 48

const byHealth: readonly Choice<'health'>[] = ['down', 'slow', 'unknown', 'up', 'stopped']
const byWeight: readonly Choice<'criticality'>[] = ['trading', 'important', 'ordinary']

/**
 * The tiles of a wall, each always at the same place, what trading stands on first; where there are more than it holds, those that
 * are unwell are never among the left out.
 */
export function tilesOf(components: readonly WallComponent[]): { shown: WallComponent[]; left: number } {
  const place = (a: WallComponent, b: WallComponent) =>
    byWeight.indexOf(a.criticality) - byWeight.indexOf(b.criticality) || (a.code < b.code ? -1 : 1)
  const urgent = (a: WallComponent, b: WallComponent) =>
    byHealth.indexOf(a.health) - byHealth.indexOf(b.health) || place(a, b)
  const shown = [...components].sort(urgent).slice(0, mostTiles).sort(place)
  return { shown, left: components.length - shown.length }
}

/** How many are in which health, the worst first; what none is in is left out. */
export const countsOf = (components: readonly WallComponent[]): [Choice<'health'>, number][] =>
  byHealth
    .map((health): [Choice<'health'>, number] => [health, components.filter((one) => one.health === health).length])
    .filter(([, count]) => count > 0)

/** Longer than this without a word from the server, and what is shown may be wrong; milliseconds. */
const silenceMs = 15_000
/** Longer than this since it was read, likewise: time alone changes what is due. */
const oldMs = 25_000

/** Is the wall cut off? By the stopwatch: when the stream last spoke, and when the wall was last read. */
export const isCut = (now: number, heardAt: number, readAt: number): boolean =>
  now - heardAt > silenceMs || now - readAt > oldMs
