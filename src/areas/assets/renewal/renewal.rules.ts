import { mustBeDay } from '../../../record/time.ts'

/** One moment at which its owner hears of its end; `key` names it for good. */
export interface Mark {
  readonly key: string
  readonly act: 'clock-decide' | 'clock-ends-soon'
}

/**
 * What is to be told today of something that ends: that one must decide, at its notice day, and so many days before its end. What a
 * server that was down has missed is told late, of several days before the end only the nearest, and of what is over nothing.
 */
export function marksDue(
  { validTo, noticeOn }: { readonly validTo: string | null; readonly noticeOn: string | null },
  warnDays: readonly number[],
  today: string,
): Mark[] {
  if (validTo === null || validTo < today) return []
  const left = mustBeDay(validTo) - mustBeDay(today)
  const nearest = Math.min(...warnDays.filter((days) => days >= left))
  return [
    ...(noticeOn !== null && noticeOn <= today ? [{ key: `${validTo} decide`, act: 'clock-decide' as const }] : []),
    ...(Number.isFinite(nearest) ? [{ key: `${validTo} ${nearest}`, act: 'clock-ends-soon' as const }] : []),
  ]
}
