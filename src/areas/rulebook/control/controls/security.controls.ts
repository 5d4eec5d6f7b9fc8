import { person } from '../../../organisation/person/person.record.ts'
import { accessGrant } from '../../../security/access-grant/access-grant.record.ts'
import { accessRight } from '../../../security/access-right/access-right.record.ts'
import { bad, control, ok, proofOf, reads, theOne, those } from '../control.rules.ts'

/** In these states a person has the right. */
const isHeld = ({ state }: { readonly state: string }) => state === 'granted' || state === 'revoking'
const day = (instant: string) => instant.slice(0, 10)

export const securityControls = [
  control({
    id: 'S-02',
    version: 1,
    area: 'security',
    title: ['权限不超出岗位所需', 'People reach only what their work needs'],
    remedy: [
      '收回该权限;确需使用的,另行申请并写明截止时间。',
      'Revoke it; where it is needed all the same, ask for it anew with an end.',
    ],
    subject: reads(accessGrant, 'title', 'person', 'accessRight', 'owner', 'approvedAt', 'endsAt'),
    with: {
      right: theOne('accessRight', accessRight, 'posts'),
      holder: theOne('person', person, 'posts'),
    },
    owner: 'owner',
    inScope: isHeld,
    judge: ({ approvedAt, endsAt }, { right, holder, now }) => {
      const posts = holder?.posts ?? []
      if (right?.posts.some((post) => posts.includes(post)))
        return ok('其岗位需要这项权限。', 'A post of this person needs it.', { proof: [proofOf(accessRight, right)] })
      if (endsAt === null)
        return bad('其岗位不需要这项权限,也没有截止时间。', 'No post of this person needs it, and it has no end.')
      if (approvedAt === null)
        return bad('其岗位不需要这项权限,尚未批准。', 'No post of this person needs it, and nobody has agreed to it.')
      return endsAt > now
        ? ok(`岗位外授权,至 ${day(endsAt)}。`, `Beyond the post, until ${day(endsAt)}.`, { until: endsAt })
        : bad('岗位外授权已过截止时间。', 'Beyond the post, and past its end.')
    },
  }),
  control({
    id: 'S-03',
    version: 1,
    area: 'security',
    title: ['授权先批后开', 'Access is agreed to before it is set up'],
    remedy: [
      '补办审批;不应开通的,立即收回。',
      'Have it agreed to by somebody else; revoke what should not have been set up.',
    ],
    subject: reads(
      accessGrant,
      ...(['title', 'person', 'createdBy', 'owner', 'approvedBy', 'approvedAt', 'approvalDueAt', 'grantedAt'] as const),
    ),
    owner: 'owner',
    inScope: isHeld,
    judge: (grant, { now }) => {
      const { approvedBy, approvedAt, approvalDueAt, grantedAt } = grant
      if (approvedAt === null)
        return approvalDueAt !== null && approvalDueAt > now
          ? ok('紧急开通,尚在事后审批期限内。', 'An emergency that is still to be agreed to.', { until: approvalDueAt })
          : bad('未经批准。', 'Nobody has agreed to it.')
      if (approvedBy === null) return bad('没有审批人。', 'It does not say who agreed to it.')
      if (approvedBy === grant.person || approvedBy === grant.createdBy)
        return bad('由使用人或申请人自己批准。', 'Whoever asked for it or has it agreed to it.')
      const inTime = approvalDueAt ?? grantedAt
      return inTime !== null && approvedAt <= inTime
        ? ok('已由他人批准。', 'Somebody else agreed to it in time.')
        : bad('先开通后批准。', 'It was set up before anybody agreed to it.')
    },
  }),
  control({
    id: 'S-10',
    version: 1,
    area: 'security',
    title: ['临时权限到期即止', 'Temporary access ends on its date'],
    remedy: [
      '在系统中删除该权限并登记已收回;确需延续的,另行申请。',
      'Take it away in the system and say so; where it is still needed, ask for it anew.',
    ],
    subject: reads(accessGrant, 'title', 'owner', 'kind', 'endsAt'),
    owner: 'owner',
    inScope: (grant) =>
      (isHeld(grant) || grant.state === 'expired') && (grant.kind !== 'standing' || grant.endsAt !== null),
    judge: ({ state, endsAt }, { now }) => {
      if (endsAt === null) return bad('没有截止时间。', 'It has no end.')
      if (state === 'expired') return ok(`已于 ${day(endsAt)} 到期结束。`, `It ended, at the latest on ${day(endsAt)}.`)
      return endsAt > now
        ? ok(`有效至 ${day(endsAt)}。`, `Until ${day(endsAt)}.`, { until: endsAt })
        : bad(`${day(endsAt)} 已到期,仍未收回。`, `It was over on ${day(endsAt)} and is still there.`)
    },
  }),
  control({
    id: 'S-12',
    version: 1,
    area: 'security',
    title: ['职责冲突的权限不并存', 'Nobody holds two rights in conflict'],
    remedy: [
      '收回其中一项;确需兼有的,重新申请,写明补偿措施和截止时间,由上一级批准。',
      'Revoke one of the two; where both are needed, ask anew with a compensating measure and an end, for somebody one step up.',
    ],
    subject: reads(accessGrant, 'title', 'person', 'owner'),
    with: { later: those(accessGrant, 'conflictsWith', 'measure', 'approvedAt', 'endsAt') },
    owner: 'owner',
    inScope: isHeld,
    judge: (_grant, { later, now }) => {
      const beside = later.filter(isHeld)
      if (beside.length === 0) return ok('没有与之冲突的权限。', 'Nothing is in conflict with it.')
      const open = beside.filter(
        ({ measure, approvedAt, endsAt }) =>
          measure === null || approvedAt === null || endsAt === null || endsAt <= now,
      )
      const proof = (open.length > 0 ? open : beside).map((one) => proofOf(accessGrant, one))
      const names = proof.map(({ number }) => number).join('、')
      if (open.length > 0)
        return bad(`与 ${names} 冲突,没有有效的例外。`, `In conflict with ${names}, without a live exception.`, {
          proof,
        })
      const until = beside.map(({ endsAt }) => endsAt as string).sort()[0]
      return ok(`与 ${names} 冲突,已批准补偿措施。`, `In conflict with ${names}, under an agreed measure.`, {
        proof,
        until,
      })
    },
  }),
]
