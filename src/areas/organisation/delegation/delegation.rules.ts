import { type Fault, fault } from '../../../record/problem.ts'
import type { RowOf } from '../../../record/record.ts'
import type { delegation } from './delegation.record.ts'

type Delegation = Pick<RowOf<typeof delegation>, 'person' | 'deputy' | 'validFrom' | 'validTo' | 'records'>

/**
 * What is wrong with a delegation: `by` is who writes it (null: the system), `known` the names of all kinds of record.
 * Nobody makes themself another's deputy: an administrator may arrange it for others only.
 */
export function delegationFaults(row: Delegation, by: string | null, known: readonly string[]): Fault[] {
  const faults: Fault[] = []
  if (row.person === row.deputy)
    faults.push(fault('deputy', 'same-person', '不能代理自己。', 'Nobody stands in for themself.'))
  else if (by === row.deputy)
    faults.push(
      fault('deputy', 'same-person', '不能为自己安排代理他人的权限。', 'Nobody makes themself the deputy of another.'),
    )
  if (row.validTo < row.validFrom)
    faults.push(fault('validTo', 'too-early', '结束日期早于开始日期。', 'It ends before it begins.'))
  if (row.records.some((name) => !known.includes(name)))
    faults.push(fault('records', 'no-such-record', '没有这类记录。', 'There is no such kind of record.'))
  return faults
}
