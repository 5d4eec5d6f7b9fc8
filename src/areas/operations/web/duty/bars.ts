import type { Lang } from '../../../../record/words.ts'
import type { Tone } from '../../../../web/plugin.ts'
import { dueState } from '../../run/due.rules.ts'
import type { DueItem } from './due.ts'
import { lanesOf, textWidth } from './lanes.ts'
import type { RunOfDay } from './ribbon-items.ts'
import { dueTones } from './words.ts'

/** A run on the ribbon: from when to when, in pixels, with its name beside it or in it. */
export interface Bar {
  readonly key: string
  readonly href: string
  readonly label: string
  readonly tone: Tone
  /** Not begun: drawn as an outline where it is due. */
  readonly hollow: boolean
  readonly left: number
  readonly width: number
  readonly labelAt: number
  readonly labelEnd: 'start' | 'end'
  readonly lane: number
}

const least = 10
/** What is due has no length yet; drawn as long as this. */
const hollowWidth = 14

interface At {
  readonly x: (ms: number) => number
  readonly width: number
  readonly now: number
  readonly day: string
  readonly lang: Lang
}

/** Places runs and what is due on the ribbon, in as few lanes as their names allow. */
export function barsOf(runs: readonly RunOfDay[], due: readonly DueItem[], at: At): Bar[] {
  const bars = [...runs.map((run) => begun(run, at)), ...due.flatMap((item) => notBegun(item, at))]
  const extents = bars.map((bar) => {
    const length = textWidth(bar.label)
    const isInside = length + 8 <= bar.width
    const isRight = isInside || bar.left + bar.width + 4 + length <= at.width
    const labelAt = isInside ? bar.left + 4 : isRight ? bar.left + bar.width + 4 : bar.left - 4
    return {
      labelAt,
      labelEnd: isRight ? ('start' as const) : ('end' as const),
      left: isRight ? bar.left : labelAt - length,
      right: isRight ? Math.max(bar.left + bar.width, labelAt + length) : bar.left + bar.width,
    }
  })
  const lanes = lanesOf(extents)
  return bars.map((bar, index) => {
    const { labelAt = bar.left, labelEnd = 'start' } = extents[index] ?? {}
    return { ...bar, labelAt, labelEnd, lane: lanes[index] ?? 0 }
  })
}

type Unplaced = Omit<Bar, 'labelAt' | 'labelEnd' | 'lane'>

function begun(
  { id, number, title, titleEn, state, createdAt, finishedAt }: RunOfDay,
  { x, now, width, lang }: At,
): Unplaced {
  const from = x(Date.parse(createdAt))
  const to = x(finishedAt ? Date.parse(finishedAt) : now)
  const left = Math.min(from, width - least)
  return {
    key: id,
    href: `/runs/${number}`,
    label: (lang === 'en' ? titleEn : null) ?? title ?? number,
    tone: dueTones[state],
    hollow: false,
    left,
    width: Math.max(least, to - left),
  }
}

function notBegun({ runbook, dueAt }: DueItem, { x, now, day, width, lang }: At): Unplaced[] {
  if (!dueAt) return []
  const state = dueState(null, { dueAt, now: new Date(now).toISOString(), day, today: day })
  return [
    {
      key: runbook.id,
      href: `/runbooks/${runbook.number}`,
      label: (lang === 'en' ? runbook.titleEn : null) ?? runbook.title,
      tone: dueTones[state],
      hollow: true,
      left: Math.min(x(Date.parse(dueAt)), width - hollowWidth),
      width: hollowWidth,
    },
  ]
}
