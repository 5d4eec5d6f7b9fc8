import { conditionFaults } from '../../../record/condition.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { RowOf } from '../../../record/record.ts'
import type { Registry } from '../../../record/registry.ts'
import type { target } from './target.record.ts'

type Row = Pick<RowOf<typeof target>, 'rule' | 'escalation'>

/** What is wrong with a target: a record or clock that is not declared, conditions that do not fit, a step said twice. */
export function targetFaults({ rule, escalation }: Row, registry: Registry): Fault[] {
  const record = registry.all.find((entry) => entry.record.name === rule.record)?.record
  if (!record?.clocks)
    return [fault('rule.record', 'no-such-record', '这类记录没有时限。', 'No record of this kind has clocks.')]
  const shares = escalation.map(({ at }) => at)
  return [
    ...(Object.hasOwn(record.clocks, rule.clock)
      ? []
      : [fault('rule.clock', 'no-such-clock', '这类记录没有这项时限。', 'The record has no such clock.')]),
    ...conditionFaults(record, rule.when, 'rule.when'),
    ...rule.when.flatMap(({ field }, n) =>
      record.fields[field] && !record.fields[field].filter
        ? [
            fault(
              `rule.when.${n}.field`,
              'not-filtered',
              '条件只能用可筛选的项。',
              'A condition looks at a field that lists are filtered by.',
            ),
          ]
        : [],
    ),
    ...shares.flatMap((share, n) =>
      shares.indexOf(share) < n
        ? [fault(`escalation.${n}.at`, 'twice', '这一级已经列出。', 'This step is listed already.')]
        : [],
    ),
  ]
}
