import { type Fault, fault } from '../../../record/problem.ts'

interface Way {
  readonly id: string
  readonly fallback: string | null
}

/** A line of fallbacks that comes back to where it began would pass a message on for ever. */
export function circleFault(row: Way, all: readonly Way[]): Fault[] {
  const next = new Map(all.map(({ id, fallback }) => [id, fallback]))
  const seen = new Set([row.id])
  for (let id = row.fallback; id !== null; id = next.get(id) ?? null) {
    if (seen.has(id))
      return [fault('fallback', 'circle', '备用渠道不能绕回自身。', 'The fallbacks lead back to this one.')]
    seen.add(id)
  }
  return []
}
