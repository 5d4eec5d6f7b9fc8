/** When a change wants the board's advice, and in which order a board looks at them. Pure. */
import type { Risk } from '../change/risk.rules.ts'

export const advices = ['approve', 'conditions', 'not-yet', 'reject'] as const
export type Advice = (typeof advices)[number]

/** The lowest risk that wants advice, or that none does. */
export const thresholds = ['low', 'medium', 'high', 'never'] as const
export type Threshold = (typeof thresholds)[number]

const weight: Readonly<Record<Risk, number>> = { low: 1, medium: 2, high: 3 }

/** Standard changes were approved before, and an emergency is looked at afterwards. */
export const wantsAdvice = (kind: 'standard' | 'normal' | 'emergency', risk: Risk | null, from: Threshold): boolean =>
  kind === 'normal' && from !== 'never' && risk !== null && weight[risk] >= weight[from]

/** What lets a change be approved. */
export const isInFavour = (advice: Advice | null): boolean => advice === 'approve' || advice === 'conditions'

interface Listed {
  readonly kind: 'standard' | 'normal' | 'emergency'
  readonly risk: Risk | null
  readonly plannedStart: string | null
  readonly number: string
}

/** What was done already comes first, then what is riskiest, then what is nearest. */
export function inOrder(a: Listed, b: Listed): number {
  const late = Number(b.kind === 'emergency') - Number(a.kind === 'emergency')
  if (late !== 0) return late
  const risk = (b.risk ? weight[b.risk] : 0) - (a.risk ? weight[a.risk] : 0)
  if (risk !== 0) return risk
  const [start, other] = [a.plannedStart ?? '9999', b.plannedStart ?? '9999']
  return start === other ? (a.number < b.number ? -1 : 1) : start < other ? -1 : 1
}
