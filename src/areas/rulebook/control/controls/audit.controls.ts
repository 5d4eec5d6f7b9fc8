import { dayAway } from '../../../../record/time.ts'
import { action } from '../../../service/action/action.record.ts'
import { audit } from '../../audit/audit.record.ts'
import { finding } from '../../finding/finding.record.ts'
import { judgementSample } from '../../judgement-sample/judgement-sample.record.ts'
import { managementReview } from '../../management-review/management-review.record.ts'
import { ruleArea } from '../../rule-area/rule-area.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those, unknown } from '../control.rules.ts'
import { actorsDiffer, countWithin, freshWithin } from '../templates.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

export const auditControls = [
  control({
    id: 'G-02',
    version: 1,
    area: 'governance',
    title: ['每个领域有有效的制度', 'Every area has a policy in effect'],
    remedy: ['起草并批准该领域的制度。', 'Draw up a policy for the area and have it approved.'],
    subject: reads(ruleArea, 'name', 'inForce', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'required',
    judge: ({ inForce }) => countWithin(inForce, { least: 1, what: ['有效制度', 'policies in effect'] }),
  }),
  control({
    id: 'G-11',
    version: 1,
    area: 'governance',
    title: [
      '每个领域按期审计,审计组长不是其负责人',
      'Every area is audited in time, and not by whoever answers for it',
    ],
    remedy: ['安排并完成该领域的审计。', 'Arrange an audit of the area and have it reported.'],
    subject: reads(ruleArea, 'auditedAt', 'owner', 'lastAudit'),
    with: { last: theOne('lastAudit', audit, 'lead') },
    params: { within: days(['审计周期', 'Audited within'], { default: 365, min: 90, max: 1_095 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'required',
    judge: ({ auditedAt, owner }, { last, now, p }) => {
      const proof = last ? [proofOf(audit, last)] : []
      if (last && owner !== null && last.lead === owner)
        return bad('审计组长就是该领域负责人。', 'Its lead auditor is who answers for the area.', { proof })
      return freshWithin(auditedAt, { now, days: p.within, what: ['审计', 'audited'], proof })
    },
  }),
  control({
    id: 'G-12F',
    version: 1,
    area: 'governance',
    title: ['审计发现限期整改并由他人验证', 'Findings are corrected in time and verified by another'],
    remedy: [
      '写明原因、措施和期限,按期完成,由他人凭证据验证。',
      'Set cause, action and date; do it in time; have somebody else verify it on evidence.',
    ],
    subject: reads(finding, 'title', 'owner', 'answerBy', 'due', 'doneBy', 'doneAt', 'verifiedBy'),
    params: { verify: days(['完成后验证期限', 'Verified within'], { default: 10, min: 1, max: 60 }) },
    owner: 'owner',
    judge: (one, { now, today, dawn, p }) => {
      if (one.state === 'verified' || one.state === 'closed')
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
      const due = one.state === 'open' ? one.answerBy : one.due
      if (due === null) return bad('没有期限。', 'It has no date.')
      const [zh, en] = one.state === 'open' ? ['制定措施', 'An action is to be set'] : ['完成整改', 'To be corrected']
      return due >= today
        ? ok(`应于 ${due} 前${zh}。`, `${en} by ${due}.`, { until: dawn(dayAway(due, 1)) })
        : bad(`应于 ${due} 前${zh},已逾期。`, `${en} by ${due}; it is overdue.`)
    },
  }),
  control({
    id: 'G-14',
    version: 1,
    area: 'governance',
    title: ['管理层按期评审,有纪要和决定', 'Management reviews in time, with minutes and decisions'],
    remedy: [
      '召开管理评审,写下纪要和决定,由管理层签字。',
      'Hold a management review, with minutes and decisions, signed by management.',
    ],
    subject: reads(managementReview, 'heldOn', 'minutes', 'signedBy', 'chair'),
    with: { decisions: those(action, 'managementReview', 'title') },
    params: { within: days(['评审周期', 'Held within'], { default: 183, min: 30, max: 400 }) },
    owner: 'chair',
    // One that was not held, or too long ago, proves nothing: where no other is there, no evidence is left.
    inScope: ({ heldOn }, { today, p }) => heldOn !== null && dayAway(heldOn, p.within) >= today,
    judge: ({ heldOn, minutes, signedBy }, { decisions, dawn, p }) => {
      const proof = decisions.map((one) => proofOf(action, one))
      const until = heldOn === null ? null : dawn(dayAway(heldOn, p.within + 1))
      if (minutes === null) return bad('没有会议纪要。', 'It has no minutes.', { proof, until })
      if (decisions.length === 0) return bad('没有评审决定。', 'It decided nothing.', { until })
      if (signedBy === null) return bad('管理层尚未签字。', 'Management has not signed it.', { proof, until })
      return ok(`${heldOn} 召开,${decisions.length} 项决定。`, `Held on ${heldOn}; ${decisions.length} decisions.`, {
        proof,
        until,
      })
    },
  }),
  control({
    id: 'G-15',
    version: 1,
    area: 'governance',
    title: ['控制判定经得起抽样复判', 'Verdicts stand when they are judged afresh'],
    remedy: ['查明判定与记录不一致的原因并说明。', 'Find out why verdicts and records differ, and say so.'],
    subject: reads(judgementSample, 'day', 'judged', 'differing'),
    params: { window: days(['追溯天数', 'Looked back'], { default: 7, min: 2, max: 90 }) },
    // Where nothing was judged afresh for so long there is no evidence.
    inScope: ({ day }, { today, p }) => dayAway(day, p.window) > today,
    judge: ({ state, day, judged, differing }, { dawn, p }) => {
      const until = dawn(dayAway(day, p.window))
      if (state === 'differs')
        return bad(`复判 ${judged} 个,${differing} 个不一致。`, `${differing} of ${judged} verdicts differ.`, { until })
      if (judged === 0) return unknown('没有可复判的判定。', 'There was no verdict to judge afresh.', { until })
      return state === 'explained'
        ? ok(`${differing} 个不一致,已说明原因。`, `${differing} differed; it has been explained.`, { until })
        : ok(`复判 ${judged} 个,全部一致。`, `${judged} judged afresh; all agree.`, { until })
    },
  }),
]
