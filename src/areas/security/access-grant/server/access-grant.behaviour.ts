import '../../server/tables.ts'
import { sql } from 'kysely'
import { viaApproval } from '../../../../platform/approval/ask.ts'
import { behave, type Step } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault } from '../../../../record/problem.ts'
import { conflictFaults } from '../../duty-separation/conflict.rules.ts'
import { accessGrant } from '../access-grant.record.ts'
import { liveStates, overlaps, ratifiedBy, spanFaults } from '../access-grant.rules.ts'
import { emergencyAccessHours } from '../access-grant.settings.ts'
import { approvalOf, whoAgreed } from './approval.ts'
import { endLater } from './end.task.ts'
import { conflictsWith, type GrantRow, holderOf, keptAs, rightOf } from './facts.ts'

/** What follows from the right, the person, and what that person has beside it. */
async function derived(tx: Tx, { before, after }: Step<typeof accessGrant>): Promise<Partial<GrantRow>> {
  const opens = after.state === 'granted' && before?.state !== 'granted'
  if (before && before.state !== 'requested' && !opens) return agreedTo(tx, before, after)
  // Two that are set up at once for one person would not see each other.
  if (opens) await sql`select from person where id = ${after.person} for no key update`.execute(tx.db)
  const [right, holder] = [await rightOf(tx.db, after), await holderOf(tx.db, after)]
  if (!right || !holder) return {}
  return {
    title: `${right.name} · ${holder.name}`,
    system: right.system,
    owner: right.owner,
    startsAt: after.startsAt ?? tx.now,
    extra: !right.posts.some((post) => holder.posts.includes(post)),
    ...keptAs(await conflictsWith(tx.db, after)),
    ...(await agreedTo(tx, before, after)),
    ...(opens &&
      after.kind === 'emergency' && {
        approvalDueAt: ratifiedBy(tx.now, tx.settings.get(emergencyAccessHours), after.endsAt),
      }),
  }
}

const agreedTo = async (tx: Tx, before: GrantRow | null, after: GrantRow): Promise<Partial<GrantRow>> =>
  before && after.approvedAt === null && tx.actor.kind === 'person' && tx.actor.via === viaApproval
    ? { approvedBy: await whoAgreed(tx, after) }
    : {}

/** For oneself, for somebody of one's own department or below it, or by those who keep access. */
function mayAskFor({ actor }: Tx, row: GrantRow, department: string | null): Fault[] {
  if (actor.kind === 'system' || actor.id === row.person) return []
  if (actor.roles.includes('manager') || actor.roles.includes('admin')) return []
  if (department !== null && actor.departments.includes(department)) return []
  return [
    fault(
      'person',
      'not-theirs',
      '只能为本人或本部门人员申请。',
      'Ask for yourself or for somebody of your department.',
    ),
  ]
}

/** It can be had: the person is here, the right is offered, and it is not theirs already. */
async function canBeHad(tx: Tx, row: GrantRow): Promise<Fault[]> {
  const [right, holder] = [await rightOf(tx.db, row), await holderOf(tx.db, row)]
  const faults: Fault[] = []
  if (holder?.state !== 'active') faults.push(fault('person', 'left', '该人员已离职。', 'This person has left.'))
  if (right?.state !== 'offered' || right.systemState !== 'in-use')
    faults.push(
      fault(
        'accessRight',
        'not-offered',
        '该权限已停止授予或系统已停用。',
        'The right is not offered, or its system is retired.',
      ),
    )
  return [...faults, ...spanFaults(row, tx.now), ...conflictFaults(await conflictsWith(tx.db, row), row)]
}

async function sound(tx: Tx, row: GrantRow): Promise<Fault[]> {
  const holder = await holderOf(tx.db, row)
  const faults = [...mayAskFor(tx, row, holder?.department ?? null), ...(await canBeHad(tx, row))]
  const others = await tx.db
    .selectFrom('accessGrant')
    .select(['number', 'endsAt'])
    .where('person', '=', row.person)
    .where('accessRight', '=', row.accessRight)
    .where('state', 'in', ['requested', ...liveStates])
    .where('id', '<>', row.id)
    .orderBy('number')
    .execute()
  const other = others.find((one) => overlaps(row.startsAt, one, tx.now))
  if (other)
    faults.push(
      fault(
        'accessRight',
        'already',
        `此人已有该权限或已在申请:${other.number}。`,
        `This person has the right, or it is asked for already: ${other.number}.`,
      ),
    )
  return faults
}

/** Not before it is wanted, and not beside something that nobody looked at when it was agreed to. */
async function canBeSetUp(tx: Tx, row: GrantRow): Promise<Fault[]> {
  const faults = await canBeHad(tx, row)
  if (row.startsAt !== null && row.startsAt > tx.now)
    faults.push(fault('startsAt', 'too-early', '未到开始时间。', 'It is not wanted yet.'))
  if (row.kind === 'emergency') return faults
  const agreed = await tx.db
    .selectFrom('accessGrant')
    .select(['separations', 'conflictsWith'])
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  const fresh = (await conflictsWith(tx.db, row)).filter(
    ({ rule, grant }) => !agreed.separations.includes(rule.id) || !agreed.conflictsWith.includes(grant.id),
  )
  return [
    ...faults,
    ...fresh.map(({ rule, grant }) =>
      fault(
        'conflictsWith',
        'new-conflict',
        `批准后又与 ${grant.number}「${grant.title ?? ''}」冲突(${rule.number} ${rule.title}),须撤回并重新申请。`,
        `Since it was agreed to it is in conflict with ${grant.number} “${grant.title ?? ''}” (${rule.number} ${rule.titleEn ?? rule.title}): cancel it and ask anew.`,
      ),
    ),
  ]
}

export const accessGrantBehaviour = behave(accessGrant, {
  async derive(tx, steps) {
    const values: Partial<GrantRow>[] = []
    for (const one of steps) values.push(await derived(tx, one))
    return values
  },
  guards: {
    create: sound,
    update: async (tx, row) => (row.state === 'requested' ? sound(tx, row) : []),
    submit: canBeHad,
    grant: canBeSetUp,
    'grant-emergency': canBeSetUp,
  },
  effects: {
    grant: endLater,
    async 'grant-emergency'(tx, row) {
      await endLater(tx, row)
      await tx.act(accessGrant, row.id, 'ratify')
    },
  },
  approvals: {
    submit: {
      rule: approvalOf,
      async refused(tx, { id }, [rejectReason]) {
        await tx.act(accessGrant, id, 'reject', { rejectReason })
      },
    },
    ratify: {
      rule: approvalOf,
      async refused(tx, { id }, [revokeReason]) {
        await tx.act(accessGrant, id, 'revoke', { revokeReason })
      },
    },
  },
  makers: ({ person, createdBy }) => [person, createdBy],
})
