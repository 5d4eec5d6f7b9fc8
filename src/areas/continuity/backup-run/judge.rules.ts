/** What is found of a copy by what is reported of it and those before it. Pure. */
import type { Words } from '../../../record/words.ts'
import type { findings } from './backup-run.record.ts'

export type Finding = (typeof findings)[number]

/** A copy as it is judged. */
export interface Copy {
  readonly exitCode: number | null
  readonly startedAt: string
  /** Null where whoever reports cannot tell, as of a command that writes elsewhere. */
  readonly bytes: number | null
  /** By which it is known again: its digest, or the snapshot. */
  readonly same: string | null
  readonly modifiedAt: string | null
}

export interface Bounds {
  readonly shrinkPercent: number
  readonly growPercent: number
  readonly changes: boolean
}

/** With fewer copies before it nobody knows what is usual. */
const leastForUsual = 3
/** Clocks of two machines may differ by so much, milliseconds. */
const skewMs = 60_000

export interface Judgement {
  readonly finding: Finding
  readonly text: Words
}

/** `before`: good copies of the same plan, newest first. */
export function judge(copy: Copy, before: readonly Pick<Copy, 'bytes' | 'same'>[], bounds: Bounds): Judgement {
  const said = (finding: Finding, zh: string, en: string): Judgement => ({ finding, text: [zh, en] })
  if (copy.exitCode !== 0)
    return copy.exitCode === null
      ? said('failed', '中断,没有退出码。', 'It was broken off and left no exit code.')
      : said('failed', `命令退出码 ${copy.exitCode}。`, `The command ended with ${copy.exitCode}.`)
  if (copy.bytes === 0) return said('empty', '副本是空的。', 'The copy is empty.')
  if (copy.modifiedAt !== null && Date.parse(copy.modifiedAt) < Date.parse(copy.startedAt) - skewMs)
    return said(
      'unchanged',
      '副本在本次开始之前就已写成,不是这一次的。',
      'The copy was written before this run began: it is not its own.',
    )
  const again = bounds.changes && copy.same !== null && before.some(({ same }) => same === copy.same)
  if (again) return said('unchanged', '与以前的一份完全相同。', 'It is exactly a copy from before.')
  const usual = usualSize(before)
  if (copy.bytes === null || usual === null) return said('good', '正常。', 'It is as it should be.')
  const by = Math.round((100 * (copy.bytes - usual)) / usual)
  if (by < 0 && -by >= bounds.shrinkPercent)
    return said('shrunken', `比平常小 ${-by}%。`, `It is ${-by}% smaller than usual.`)
  if (by > bounds.growPercent) return said('grown', `比平常大 ${by}%。`, `It is ${by}% larger than usual.`)
  return said('good', '正常。', 'It is as it should be.')
}

/** The middle of the sizes; null where too few are known. */
export function usualSize(copies: readonly Pick<Copy, 'bytes'>[]): number | null {
  const sizes = copies.flatMap(({ bytes }) => bytes ?? []).sort((a, b) => a - b)
  if (sizes.length < leastForUsual) return null
  const middle = sizes.length >> 1
  const [low, high] = [sizes[middle - 1] as number, sizes[middle] as number]
  return sizes.length % 2 === 1 ? high : (low + high) / 2
}
