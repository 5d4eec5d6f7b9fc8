import type { PersonActor } from '../../../record/actor.ts'
import { conditionFaults } from '../../../record/condition.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { AnyRecord, RowOf } from '../../../record/record.ts'
import type { Who } from '../../../record/who.ts'
import type { noticeRule } from './notice-rule.record.ts'

type Row = RowOf<typeof noticeRule>

/** What is done to every record, beside its own verbs. */
export const commonActs = [
  'create',
  'update',
  'comment',
  'edit-comment',
  'withdraw-comment',
  'link',
  'unlink',
  'attach',
  'detach',
  'clock-warned',
  'clock-escalated',
  'clock-breached',
]

const keepers = ['manager', 'admin']

/**
 * What is wrong with a rule: it names what is not there, or tells others than its author may. Everybody makes rules
 * for themselves and their own team; for others, and for robots, it takes a manager or administrator.
 */
export function noticeRuleFaults(
  { rule, to, through }: Row,
  record: AnyRecord | undefined,
  verbs: readonly string[],
  author: PersonActor | null,
  isPublic: (channel: string) => boolean,
): Fault[] {
  if (!record) return [fault('rule.record', 'unknown', '没有这类记录。', 'There is no such kind of record.')]
  const known = [...verbs, ...commonActs]
  const acts = rule.on.flatMap((act, i) =>
    known.includes(act) ? [] : [fault(`rule.on.${i}`, 'unknown-verb', '没有这个动作。', 'There is no such act.')],
  )
  const robots = through.filter(isPublic)
  const may = !author || author.roles.some((role) => keepers.includes(role))
  return [
    ...acts,
    ...conditionFaults(record, rule.when, 'rule.when'),
    ...(may ? [] : to.flatMap((who, i) => (isOwn(who, author) ? [] : [notYours(`to.${i}`)]))),
    ...(may || robots.length === 0 ? [] : [notYours('through')]),
  ]
}

const isOwn = (who: Who, { id, team }: PersonActor): boolean =>
  (who.is === 'person' && who.id === id) || (who.is === 'team' && who.id === team)

const notYours = (path: string): Fault =>
  fault(
    path,
    'not-yours',
    '您只能为自己和本团队设置;其他人和群机器人由经理或管理员设置。',
    'You make rules for yourself and your team; for others and for robots a manager or administrator does.',
  )
