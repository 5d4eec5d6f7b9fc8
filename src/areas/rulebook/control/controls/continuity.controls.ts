import { drill } from '../../../continuity/drill/drill.record.ts'
import { emergencyPlan } from '../../../continuity/emergency-plan/emergency-plan.record.ts'
import { action } from '../../../service/action/action.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { freshWithin } from '../templates.rules.ts'
import { daysAfter } from '../time.rules.ts'

export const continuityControls = [
  control({
    id: 'O-14',
    version: 1,
    area: 'operations',
    title: ['预案按期实演', 'A plan is rehearsed in time'],
    remedy: ['计划并完成一次演练,评估后关闭。', 'Plan a drill, carry it out, judge and close it.'],
    subject: reads(emergencyPlan, 'title', 'owner', 'approvedAt'),
    with: { drills: those(drill, 'plan', 'finishedAt', 'outcome') },
    params: { within: days(['演练间隔', 'Rehearsed within'], { default: 180, min: 30, max: 400 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'effective' || state === 'stale',
    judge: ({ approvedAt }, { drills, now, p }) => {
      const closed = drills.filter(({ state }) => state === 'closed')
      const last = closed.reduce<string | null>(
        (to, { finishedAt }) => ((finishedAt ?? '') > (to ?? '') ? finishedAt : to),
        null,
      )
      if (last !== null) {
        const proof = closed.filter(({ finishedAt }) => finishedAt === last).map((one) => proofOf(drill, one))
        return freshWithin(last, { now, days: p.within, what: ['演练', 'rehearsed'], proof })
      }
      const until = daysAfter(approvedAt ?? now, p.within)
      return until > now
        ? ok('新批准,尚在首次演练期限内。', 'Newly approved; its first drill is not due yet.', { until })
        : bad('批准后从未演练。', 'Never rehearsed since it was approved.')
    },
  }),
  control({
    id: 'O-16',
    version: 1,
    area: 'operations',
    title: ['应急预案由双方签署并有效', 'A plan is signed by both sides and in date'],
    remedy: [
      '复核或修订预案;涉及厂商的,补厂商签字页。',
      'Look it through or revise it; where a vendor has a part in it, have them sign.',
    ],
    subject: reads(
      emergencyPlan,
      ...([
        'title',
        'owner',
        'supplier',
        'vendorSignedOn',
        'approvedBy',
        'createdBy',
        'staleBecause',
        'validUntil',
      ] as const),
    ),
    owner: 'owner',
    inScope: ({ state }) => state === 'effective' || state === 'stale',
    judge: ({ state, supplier, vendorSignedOn, approvedBy, createdBy, staleBecause, validUntil }, { now, dawn }) => {
      if (approvedBy === null || approvedBy === createdBy)
        return bad('未经编写人以外的人批准。', 'Nobody but its author has approved it.')
      if (supplier !== null && vendorSignedOn === null) return bad('厂商没有签字。', 'Its vendor has not signed it.')
      if (state === 'stale' && staleBecause !== 'undrilled')
        return bad('已失效,须复核或修订。', 'It is stale: look it through or revise it.')
      const until = validUntil === null ? null : daysAfter(dawn(validUntil), 1)
      return until !== null && until <= now
        ? bad(`有效期已于 ${validUntil} 届满。`, `It was valid until ${validUntil}.`)
        : ok(`双方已签署,有效至 ${validUntil ?? '—'}。`, `Signed by both, valid until ${validUntil ?? '—'}.`, { until })
    },
  }),
  control({
    id: 'O-17',
    version: 1,
    area: 'operations',
    title: ['复盘与演练的措施按期完成', 'Actions of reviews and drills are done in time'],
    remedy: [
      '完成措施并由他人验证,或与负责人商定新的期限。',
      'Do it and have it verified, or agree on another day with its owner.',
    ],
    subject: reads(action, 'title', 'owner', 'due', 'doneAt', 'verifiedBy'),
    owner: 'owner',
    minSubjects: 1,
    judge: ({ state, due, verifiedBy }, { now, dawn }) => {
      if (state === 'verified')
        return verifiedBy === null
          ? bad('没有验证人。', 'Nobody verified it.')
          : ok('已由他人验证。', 'Verified by another.')
      if (state === 'done') return ok('已完成,待验证。', 'Done, and to be verified.')
      const until = daysAfter(dawn(due), 1)
      return until > now
        ? ok(`期限 ${due}。`, `Due on ${due}.`, { until })
        : bad(`期限 ${due},仍未完成。`, `It was due on ${due} and is not done.`)
    },
  }),
]
