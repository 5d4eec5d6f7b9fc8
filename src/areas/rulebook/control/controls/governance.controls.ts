import { dayAway } from '../../../../record/time.ts'
import { budget } from '../../../assets/budget/budget.record.ts'
import { committedStates, purchase } from '../../../assets/purchase/purchase.record.ts'
import { dutyTask } from '../../../operations/duty-task/duty-task.record.ts'
import { department } from '../../../organisation/department/department.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { post } from '../../../organisation/post/post.record.ts'
import { action } from '../../../service/action/action.record.ts'
import { obligation } from '../../obligation/obligation.record.ts'
import { pack } from '../../pack/pack.record.ts'
import { policy } from '../../policy/policy.record.ts'
import { reading } from '../../reading/reading.record.ts'
import { readingCampaign } from '../../reading-campaign/reading-campaign.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { actorsDiffer, countWithin, isHere } from '../templates.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 90, min: 7, max: 400 })

export const governanceControls = [
  control({
    id: 'G-01',
    version: 1,
    area: 'governance',
    title: ['有效制度有在岗的负责人', 'A policy in effect has an owner who is here'],
    remedy: ['新建版次,写明在岗的负责人。', 'Make a new edition that names an owner who is here.'],
    subject: reads(policy, 'owner'),
    with: { owner: theOne('owner', person, 'name') },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: (_policy, { owner }) =>
      isHere(owner, {
        none: ['没有负责人。', 'It has no owner.'],
        left: [`负责人${owner?.name ?? ''}已离职。`, `Its owner ${owner?.name ?? ''} has left.`],
      }),
  }),
  control({
    id: 'G-03',
    version: 1,
    area: 'governance',
    title: ['制度由起草人以外的人批准', 'A policy is approved by somebody other than its author'],
    remedy: ['新建版次,由另一人批准。', 'Make a new edition and have somebody else approve it.'],
    subject: reads(policy, 'createdBy', 'approvedBy', 'digest', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: (one) =>
      one.digest === null
        ? bad('没有批准时的内容摘要。', 'There is no digest of what was approved.')
        : actorsDiffer(one.createdBy, one.approvedBy, {
            first: ['起草人', 'author'],
            second: ['批准人', 'approver'],
            proof: [proofOf(policy, one)],
          }),
  }),
  control({
    id: 'G-04',
    version: 1,
    area: 'governance',
    title: ['每个岗位有人担任', 'Every post has a holder'],
    remedy: ['为岗位安排人员,或关闭岗位。', 'Give the post to somebody, or close it.'],
    subject: reads(post, 'name'),
    with: { holders: those(person, 'posts', 'name') },
    inScope: ({ state }) => state === 'active',
    judge: (_post, { holders }) => {
      const here = holders.filter(({ state }) => state === 'active')
      return countWithin(here.length, {
        least: 1,
        what: ['在岗人员', 'holders'],
        proof: here.map((one) => proofOf(person, one)),
      })
    },
  }),
  control({
    id: 'G-05',
    version: 1,
    area: 'governance',
    title: ['每个部门有在岗的负责人', 'Every department has a head who is here'],
    remedy: ['在部门资料中指定负责人。', 'Name a head on the department.'],
    subject: reads(department, 'head'),
    with: { head: theOne('head', person, 'name') },
    inScope: ({ state }) => state === 'active',
    judge: (_department, { head }) =>
      isHere(head, {
        none: ['没有指定负责人。', 'No head is named.'],
        left: [`负责人${head?.name ?? ''}已离职。`, `Its head ${head?.name ?? ''} has left.`],
      }),
  }),
  control({
    id: 'G-06',
    version: 1,
    area: 'governance',
    title: ['应签的人按期签字确认制度', 'Whoever is to read a policy signs it in time'],
    remedy: ['请本人阅读有效版次并签字。', 'Have them read the edition in effect and sign it.'],
    subject: reads(reading, 'reader', 'dueOn', 'digest', 'signedAt', 'campaign'),
    with: { campaign: theOne('campaign', readingCampaign, 'digest') },
    owner: 'reader',
    inScope: ({ state }) => state !== 'lapsed',
    judge: ({ state, dueOn, digest, signedAt }, { campaign, today, dawn }) => {
      const proof = campaign ? [proofOf(readingCampaign, campaign)] : []
      if (state === 'signed' && signedAt !== null)
        return campaign?.digest === digest
          ? ok(`${signedAt.slice(0, 10)} 已签字。`, `Signed on ${signedAt.slice(0, 10)}.`, { proof })
          : bad('签的不是这一版内容。', 'What was signed is another text.', { proof })
      return dueOn >= today
        ? ok(`应于 ${dueOn} 前签字。`, `To be signed by ${dueOn}.`, { proof, until: dawn(dayAway(dueOn, 1)) })
        : bad(`应于 ${dueOn} 前签字,尚未签字。`, `It was to be signed by ${dueOn} and is not.`, { proof })
    },
  }),
  control({
    id: 'G-07',
    version: 1,
    area: 'governance',
    title: ['制度按期复审', 'A policy is reviewed in time'],
    remedy: ['负责人复审后确认,或新建版次。', 'Its owner looks at it and confirms, or makes a new edition.'],
    subject: reads(policy, 'reviewOn', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'effective',
    judge: ({ reviewOn }, { today, dawn }) => {
      if (reviewOn === null) return bad('没有复审日期。', 'It has no review date.')
      const until = dawn(reviewOn)
      return reviewOn > today
        ? ok(`下次复审 ${reviewOn}。`, `Next review on ${reviewOn}.`, { until })
        : bad(`应于 ${reviewOn} 复审。`, `It was due for review on ${reviewOn}.`)
    },
  }),
  control({
    id: 'G-08',
    version: 1,
    area: 'governance',
    title: ['法规变动及时复核', 'A change of law is looked at in time'],
    remedy: [
      '评估变动的外部条款,必要时修订对应条款。',
      'Assess the point that changed, and amend the clauses that rest on it.',
    ],
    subject: reads(obligation, 'pack', 'changedOn', 'assessedAt', 'item'),
    with: { pack: theOne('pack', pack, 'title') },
    params: { within: days(['变动后复核期限', 'Looked at within'], { default: 30, min: 5, max: 180 }) },
    judge: ({ state, changedOn, assessedAt, item }, { pack: of, now, p, dawn }) => {
      const proof = of ? [proofOf(pack, of)] : []
      if (changedOn === null) return ok('启用以来没有变动。', 'It has not changed since it was taken up.', { proof })
      if (assessedAt !== null && assessedAt >= dawn(changedOn))
        return ok('变动后已评估。', 'Assessed since it changed.', { proof })
      if (of?.state !== 'on') return ok('该外部要求未启用。', 'The law or standard is not on.', { proof })
      const until = daysAfter(dawn(changedOn), p.within)
      return until > now
        ? ok(`${item} 待评估,在期限内。`, `${item} is to be assessed; still in time.`, { proof, until })
        : bad(
            `${item} 于 ${changedOn} ${state === 'closed' ? '失效' : '变动'},尚未评估。`,
            `${item} ${state === 'closed' ? 'ended' : 'changed'} on ${changedOn} and nobody has assessed it.`,
            { proof },
          )
    },
  }),
  control({
    id: 'G-10',
    version: 1,
    area: 'governance',
    title: ['定期职责按时办理', 'Periodic duties are done when due'],
    remedy: ['说明未办原因;补办后由下一次保持。', 'Say why it was missed; the next one keeps the rule again.'],
    subject: reads(dutyTask, 'route', 'title', 'createdAt', 'closesAt', 'late', 'missedReason'),
    params: { window },
    inScope: ({ route, createdAt }, { now, p }) => route === null && daysAfter(createdAt, p.window) > now,
    judge: ({ state, createdAt, closesAt, missedReason }, { now, p }) => {
      const until = daysAfter(createdAt, p.window)
      if (state === 'done') return ok('已办理。', 'Done.', { until })
      if (state === 'missed')
        return bad(
          `未办理${missedReason ? `:${missedReason}` : ',未说明原因。'}`,
          `Missed${missedReason ? `: ${missedReason}` : ', and nobody said why.'}`,
          { until },
        )
      return closesAt > now
        ? ok('尚在办理时限内。', 'Still within its window.', { until: closesAt })
        : bad('已过时限,没有办理。', 'Its window is over and it was not done.', { until })
    },
  }),
  control({
    id: 'G-12',
    version: 1,
    area: 'governance',
    title: ['整改措施按期完成并由他人验证', 'Corrective actions are done in time and verified by another'],
    remedy: ['完成措施并写明结果,由另一人验证。', 'Finish it, say what came of it, and have somebody else verify it.'],
    subject: reads(action, 'title', 'owner', 'due', 'doneBy', 'doneAt', 'verifiedBy'),
    params: { verify: days(['完成后验证期限', 'Verified within'], { default: 10, min: 1, max: 60 }) },
    owner: 'owner',
    judge: (one, { now, today, dawn, p }) => {
      if (one.state === 'verified')
        return actorsDiffer(one.doneBy ?? one.owner, one.verifiedBy, {
          first: ['完成人', 'person who did it'],
          second: ['验证人', 'person who verified it'],
        })
      if (one.state === 'done' && one.doneAt) {
        const until = daysAfter(one.doneAt, p.verify)
        return until > now
          ? ok('已完成,待验证。', 'Done; to be verified.', { until })
          : bad(
              `完成 ${daysBetween(one.doneAt, now)} 天仍未验证。`,
              `Not verified ${daysBetween(one.doneAt, now)} days after it was done.`,
            )
      }
      return one.due >= today
        ? ok(`应于 ${one.due} 前完成。`, `Due by ${one.due}.`, { until: dawn(one.due) && daysAfter(dawn(one.due), 1) })
        : bad(`应于 ${one.due} 前完成,已逾期。`, `It was due by ${one.due}.`)
    },
  }),
  control({
    id: 'G-13',
    version: 1,
    area: 'governance',
    title: ['已承诺的采购列入预算', 'What is committed to buy is charged to a budget'],
    remedy: ['编列并批准对应预算,或取消采购。', 'Adopt a budget for it, or cancel the purchase.'],
    subject: reads(purchase, 'budget', 'overdraws', 'requester'),
    with: { budget: theOne('budget', budget, 'name') },
    owner: 'requester',
    inScope: ({ state }) => (committedStates as readonly string[]).includes(state),
    judge: ({ overdraws }, { budget: charged }) => {
      if (charged === null) return bad('没有列入任何预算。', 'No budget is charged with it.')
      const proof = [proofOf(budget, charged)]
      if (charged.state === 'draft') return bad('所列预算尚未批准。', 'The budget charged is not adopted.', { proof })
      return overdraws
        ? ok('超出预算,已另行审批。', 'Beyond its budget, and approved as such.', { proof })
        : ok('列入已批准的预算。', 'Charged to a budget that is adopted.', { proof })
    },
  }),
]
