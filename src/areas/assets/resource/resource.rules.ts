import { dayAway } from '../../../record/time.ts'
import type { Words } from '../../../record/words.ts'

/** What should become of an asset, the most urgent first. */
export const verdicts = ['retire', 'renew', 'move', 'keep'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictWords = {
  retire: ['建议停用', 'Retire'],
  renew: ['建议更新', 'Renew'],
  move: ['建议调配', 'Move'],
  keep: ['继续使用', 'Keep'],
} as const satisfies Record<Verdict, Words>

/** What is known of an asset over the last twelve months; money in yuan, shares in percent, null where nothing is known. */
export interface Figures {
  readonly state: string
  readonly ageMonths: number | null
  readonly lifeMonths: number
  readonly cost: number | null
  readonly bookValue: number | null
  /** Of maintenance and repairs, in these twelve months and ever. */
  readonly spentYear: number
  readonly spentAll: number
  readonly repairs: number
  /** Incidents on what it carries. */
  readonly failures: number
  /** How long it took until somebody came, on average; minutes. */
  readonly responseMinutes: number | null
  readonly downMinutes: number
  /** How busy its processors were, on average. */
  readonly use: number | null
  /** The fullest of processors, memory and disks, on average. */
  readonly fullest: number | null
  /** For how much of the time what it carries answered, but slowly. */
  readonly slow: number | null
  /** For how much of the time what it carries was up. */
  readonly up: number | null
  /** Days since it was last put into stock; null while it is elsewhere. */
  readonly idleDays: number | null
  readonly warrantyUntil: string | null
  readonly supportUntil: string | null
  /** Its last repair ended so. */
  readonly isBeyondRepair: boolean
}

/** What counts as much, as little and as late: the firm's settings. */
export interface Limits {
  readonly manyRepairs: number
  readonly manyFailures: number
  readonly dearPercent: number
  readonly busyPercent: number
  readonly slowPercent: number
  readonly idlePercent: number
  readonly idleDays: number
  readonly slowHours: number
  readonly aheadDays: number
}

/** One reason for a verdict. A grave one is enough by itself; of lesser ones it takes two. */
export interface Reason {
  readonly code: string
  readonly for: Exclude<Verdict, 'keep'>
  readonly grave: boolean
  readonly words: Words
}

export interface Judged {
  readonly verdict: Verdict
  /** Two for each grave reason and one for each lesser one that speaks for the verdict: for the order of a list. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/** What should become of an asset, and why: every reason is told, also those that are not enough. */
export function judge(figures: Figures, limits: Limits, today: string): Judged {
  const reasons = reasonsOf(figures, limits, today).map((one) => instead(one, figures))
  const weigh = (verdict: Verdict) =>
    reasons.filter((one) => one.for === verdict).reduce((sum, { grave }) => sum + (grave ? 2 : 1), 0)
  const ranked = verdicts
    .map((verdict) => ({ verdict, score: weigh(verdict) }))
    .filter(({ score }) => score >= 2)
    .sort((a, b) => b.score - a.score)
  const first = ranked[0] ?? { verdict: 'keep' as const, score: 0 }
  return { ...first, reasons }
}

/** What is not in use is not renewed: it goes. */
const instead = (reason: Reason, { idleDays }: Figures): Reason =>
  reason.for === 'renew' && idleDays !== null ? { ...reason, for: 'retire' } : reason

function reasonsOf(figures: Figures, limits: Limits, today: string): Reason[] {
  return [...ageReasons(figures, limits, today), ...careReasons(figures, limits), ...useReasons(figures, limits)]
}

function ageReasons(figures: Figures, { aheadDays }: Limits, today: string): Reason[] {
  const { ageMonths, lifeMonths, supportUntil, warrantyUntil } = figures
  const soon = dayAway(today, aheadDays)
  const reasons: Reason[] = []
  if (supportUntil && supportUntil < today)
    reasons.push(
      because(
        'support-over',
        'renew',
        true,
        `厂商支持已于 ${supportUntil} 结束`,
        `The maker’s support ended on ${supportUntil}`,
      ),
    )
  else if (supportUntil && supportUntil <= soon)
    reasons.push(
      because(
        'support-ends',
        'renew',
        false,
        `厂商支持将于 ${supportUntil} 结束`,
        `The maker’s support ends on ${supportUntil}`,
      ),
    )
  if (ageMonths !== null && ageMonths > lifeMonths)
    reasons.push(
      because(
        'past-life',
        'renew',
        false,
        `已用 ${ageMonths} 个月,超过使用年限 ${lifeMonths} 个月`,
        `Used for ${ageMonths} months, past its life of ${lifeMonths}`,
      ),
    )
  if (warrantyUntil && warrantyUntil < today && ageMonths !== null && ageMonths * 2 > lifeMonths)
    reasons.push(
      because(
        'warranty-over',
        'renew',
        false,
        `保修已于 ${warrantyUntil} 到期`,
        `The warranty ended on ${warrantyUntil}`,
      ),
    )
  return reasons
}

function careReasons(figures: Figures, { manyRepairs, manyFailures, dearPercent, slowHours }: Limits): Reason[] {
  const { repairs, failures, cost, spentYear, responseMinutes, isBeyondRepair } = figures
  const reasons: Reason[] = []
  if (isBeyondRepair) reasons.push(because('beyond-repair', 'retire', true, '维修结论:无法修复', 'Found beyond repair'))
  if (repairs >= manyRepairs)
    reasons.push(
      because('many-repairs', 'renew', true, `一年内维修 ${repairs} 次`, `Repaired ${repairs} times in a year`),
    )
  if (failures >= manyFailures)
    reasons.push(
      because('many-failures', 'renew', false, `一年内故障 ${failures} 次`, `Failed ${failures} times in a year`),
    )
  if (cost !== null && cost > 0 && spentYear * 100 >= dearPercent * cost) {
    const share = Math.round((spentYear / cost) * 100)
    reasons.push(
      because(
        'dear',
        'renew',
        true,
        `一年的维保费用是原值的 ${share}%`,
        `A year’s maintenance cost ${share}% of its price`,
      ),
    )
  }
  if (responseMinutes !== null && responseMinutes > slowHours * 60 && repairs > 0) {
    const hours = Math.round(responseMinutes / 60)
    reasons.push(
      because('slow', 'renew', false, `报修后平均 ${hours} 小时才有人响应`, `Repairs waited ${hours} hours on average`),
    )
  }
  return reasons
}

function useReasons(figures: Figures, limits: Limits): Reason[] {
  const { use, fullest, slow, idleDays, state } = figures
  const isUsed = state === 'in-use'
  const reasons: Reason[] = []
  if (idleDays !== null && idleDays >= limits.idleDays)
    reasons.push(because('in-stock', 'move', true, `在库闲置 ${idleDays} 天`, `Idle in stock for ${idleDays} days`))
  if (isUsed && fullest !== null && fullest >= limits.busyPercent)
    reasons.push(
      because('busy', 'renew', true, `平均利用率 ${fullest}%,接近饱和`, `${fullest}% used on average: near its limit`),
    )
  if (isUsed && slow !== null && slow >= limits.slowPercent)
    reasons.push(
      because('strained', 'renew', false, `${slow}% 的时间响应缓慢`, `It answered slowly for ${slow}% of the time`),
    )
  if (isUsed && use !== null && use <= limits.idlePercent)
    reasons.push(because('idle', 'move', true, `平均利用率只有 ${use}%`, `Only ${use}% used on average`))
  return reasons
}

const because = (code: string, verdict: Reason['for'], grave: boolean, zh: string, en: string): Reason => ({
  code,
  for: verdict,
  grave,
  words: [zh, en],
})
