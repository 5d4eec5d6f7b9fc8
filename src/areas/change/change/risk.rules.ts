/** How much is at stake, by answers and by what the change touches. Pure. */
import type { Words } from '../../../record/words.ts'
import { type Answers, questions, type risks } from './plan.rules.ts'

export type Risk = (typeof risks)[number]

/** A component as risk and freezes see it. */
export interface Touched {
  readonly name: string
  readonly environment: string
  readonly criticality: string
}

/** The environments in which the firm really trades. */
const live = ['production', 'standby']

export const isLive = ({ environment }: Pick<Touched, 'environment'>): boolean => live.includes(environment)

/** What the exchange's sessions stand on. */
export const isTrading = (one: Touched): boolean => one.criticality === 'trading' && isLive(one)

export interface Assessment {
  readonly risk: Risk
  readonly points: number
  /** Why, the weightiest first. */
  readonly reasons: readonly { readonly points: number; readonly text: Words }[]
}

const weights: { readonly [Q in keyof Answers]: Readonly<Record<Answers[Q], number>> } = {
  rehearsed: { yes: 0, partly: 1, no: 2 },
  undo: { quick: 0, slow: 1, never: 3 },
  done: { often: 0, once: 1, never: 2 },
  outage: { none: 0, short: 1, long: 2 },
}

/** From this many points on. */
const from = { high: 7, medium: 4 }

/**
 * The level of a change. Null while its questions are not answered. What cannot be undone on what trading stands on is high, whatever
 * the sum.
 */
export function assess(answers: Answers | null, components: readonly Touched[], affected: readonly Touched[]) {
  if (answers === null) return null
  const reasons = [...asked(answers), ...touched(components, affected)].filter(({ points }) => points > 0)
  const points = reasons.reduce((sum, one) => sum + one.points, 0)
  const grave = answers.undo === 'never' && [...components, ...affected].some(isTrading)
  const risk: Risk = grave || points >= from.high ? 'high' : points >= from.medium ? 'medium' : 'low'
  return { risk, points, reasons: reasons.sort((a, b) => b.points - a.points) } satisfies Assessment
}

function asked(answers: Answers): { points: number; text: Words }[] {
  return (Object.keys(questions) as (keyof Answers)[]).map((name) => {
    const { words, answers: said } = questions[name]
    const given = (said as Record<string, Words>)[answers[name]] as Words
    return {
      points: (weights[name] as Record<string, number>)[answers[name]] ?? 0,
      text: [`${words[0]}:${given[0]}`, `${words[1]}: ${given[1].toLowerCase()}`],
    }
  })
}

function touched(components: readonly Touched[], affected: readonly Touched[]): { points: number; text: Words }[] {
  const own = components.filter(isTrading)
  if (own.length > 0)
    return [{ points: 3, text: [`影响交易:${names(own, '、')}`, `Trading stands on it: ${names(own, ', ')}`] }]
  const above = affected.filter(isTrading)
  if (above.length > 0)
    return [
      { points: 2, text: [`依赖它的影响交易:${names(above, '、')}`, `Trading stands above it: ${names(above, ', ')}`] },
    ]
  const important = components.filter((one) => one.criticality !== 'ordinary' && isLive(one))
  if (important.length === 0) return []
  return [{ points: 1, text: [`重要组件:${names(important, '、')}`, `Important: ${names(important, ', ')}`] }]
}

const names = (of: readonly Touched[], between: string): string =>
  of
    .slice(0, 5)
    .map(({ name }) => name)
    .join(between)
