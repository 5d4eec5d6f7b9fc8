import { component } from '../../../operations/component/component.record.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { risk } from '../../../security/risk/risk.record.ts'
import { riskAcceptance } from '../../../security/risk-acceptance/risk-acceptance.record.ts'
import { riskAssessment } from '../../../security/risk-assessment/risk-assessment.record.ts'
import { vulnerability } from '../../../security/vulnerability/vulnerability.record.ts'
import { bad, control, days, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { freshWithin, isHere } from '../templates.rules.ts'
import { daysAfter, daysBetween, soonest } from '../time.rules.ts'

const open = ['identified', 'assessed', 'treating', 'monitored', 'accepted']

export const riskControls = [
  control({
    id: 'S-13',
    version: 1,
    area: 'security',
    title: ['重要系统每年评估风险', 'The risks of important systems are assessed every year'],
    remedy: [
      '对该系统评估风险,写出报告并由另一人批准。',
      'Assess the risks of the system and have the report approved by another person.',
    ],
    subject: reads(component, 'criticality', 'environment'),
    with: { assessments: those(riskAssessment, 'components', 'approvedAt') },
    params: { within: days(['评估间隔', 'Assessed within'], { default: 365, min: 90, max: 730 }) },
    inScope: ({ state, criticality }) => state === 'in-service' && criticality === 'trading',
    judge: (_component, { assessments, now, p }) => {
      const last = assessments
        .filter(({ state, approvedAt }) => state === 'approved' && approvedAt !== null)
        .sort((a, b) => ((a.approvedAt as string) < (b.approvedAt as string) ? 1 : -1))[0]
      return freshWithin(last?.approvedAt ?? null, {
        now,
        days: p.within,
        what: ['评估风险', 'assessed'],
        proof: last ? [proofOf(riskAssessment, last)] : [],
      })
    },
  }),
  control({
    id: 'S-14',
    version: 1,
    area: 'security',
    title: ['风险有主、有处置、有期限', 'A risk has an owner, a treatment and a date'],
    remedy: [
      '指定在岗的负责人,评定后决定处置并写明期限,按期完成。',
      'Name an owner who is here, rate it, decide on a treatment with a date, and keep to it.',
    ],
    subject: reads(
      risk,
      ...(['owner', 'createdAt', 'assessedAt', 'treatment', 'dueOn', 'reviewOn'] as const),
      ...(['inherentLevel', 'residualLevel'] as const),
    ),
    with: { answers: theOne('owner', person, 'name') },
    params: {
      decide: days(['决定处置期限', 'Treatment decided within'], { default: 30, min: 1, max: 180 }),
    },
    owner: 'owner',
    inScope: ({ state }) => open.includes(state),
    judge: (one, { answers, now, today, dawn, p }) => {
      const here = isHere(answers, {
        none: ['没有负责人。', 'Nobody owns it.'],
        left: [`负责人${answers?.name ?? ''}已离职。`, `${answers?.name ?? ''}, who owns it, has left.`],
      })
      if (here.is !== 'ok') return here
      if (one.residualLevel !== null && one.inherentLevel !== null && one.residualLevel > one.inherentLevel)
        return bad('剩余风险高于固有风险。', 'What is left is more than there was.')
      if (one.state === 'identified' || one.state === 'assessed') {
        const until = daysAfter(one.assessedAt ?? one.createdAt, p.decide)
        return until > now
          ? ok('待决定处置,在期限内。', 'To be decided on; still in time.', { until })
          : bad(`${p.decide} 天内没有决定处置。`, `No treatment was decided on within ${p.decide} days.`)
      }
      const date = one.state === 'treating' ? one.dueOn : one.state === 'monitored' ? one.reviewOn : null
      if (one.state === 'accepted') return ok('已接受,有期限。', 'Accepted until a date.')
      if (date === null) return bad('没有期限。', 'It has no date.')
      const over = dawn(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10))
      return date >= today
        ? ok('有负责人、处置和期限。', 'It has an owner, a treatment and a date.', { until: over })
        : bad(`${date} 到期,逾期未办。`, `It was due on ${date}.`)
    },
  }),
  control({
    id: 'S-15',
    version: 1,
    area: 'security',
    title: ['风险由有权的人限期接受', 'A risk is accepted by whom the matrix allows, until a date'],
    remedy: [
      '终止这一接受,由有权且非负责人的人重新决定并写明期限。',
      'Revoke it, and have somebody who may and does not own the risk decide again, with an end.',
    ],
    subject: reads(riskAcceptance, 'level', 'upTo', 'grantedBy', 'grantedAt', 'owner', 'endsAt', 'createdBy'),
    with: { about: theOne('risk', risk, 'acceptance') },
    params: { most: days(['最长接受期限', 'Accepted for at most'], { default: 365, min: 30, max: 365 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'granted',
    judge: ({ id, level, upTo, grantedBy, grantedAt, owner, endsAt, createdBy }, { about, now, p }) => {
      const proof = about ? [proofOf(risk, about)] : []
      if (level === null || upTo === null || upTo < level)
        return bad('接受人无权接受这一等级。', 'Whoever accepted it may not accept that level.', { proof })
      if (grantedBy === null || grantedBy === owner || grantedBy === createdBy)
        return bad('由负责人或申请人自己接受。', 'It was accepted by its owner or by who asked.', { proof })
      if (grantedAt === null || endsAt > daysAfter(grantedAt, p.most))
        return bad(`接受期限超过 ${p.most} 天。`, `It is accepted for more than ${p.most} days.`, { proof })
      if (endsAt <= now) return bad('已到期,仍按接受处理。', 'It is over and still counts as accepted.', { proof })
      return about?.state === 'accepted' && about.acceptance === id
        ? ok('由有权的人限期接受。', 'Accepted by whom the matrix allows, until a date.', { proof, until: endsAt })
        : bad('所接受的风险已不同。', 'The risk is no longer the one that was accepted.', { proof })
    },
  }),
  control({
    id: 'S-16',
    version: 1,
    area: 'security',
    title: ['漏洞按期修复并复测', 'Vulnerabilities are fixed in time and tested again'],
    remedy: [
      '修复后由他人复测或重新完整扫描;一时不能修复的申请接受。',
      'Fix it and have another person test it or scan again; ask for acceptance where it cannot be fixed yet.',
    ],
    subject: reads(
      vulnerability,
      ...(['owner', 'foundAt', 'fixBy', 'closedAt', 'absentIn', 'fixedBy', 'retestedBy', 'acceptedUntil'] as const),
    ),
    params: { window: days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_095 }) },
    owner: 'owner',
    inScope: ({ state, closedAt }, { now, p }) =>
      state !== 'not-affected' && (closedAt === null || daysAfter(closedAt, p.window) > now),
    judge: ({ state, fixBy, foundAt, closedAt, absentIn, fixedBy, retestedBy, acceptedUntil }, { now, p }) => {
      if (state === 'closed') {
        const until = closedAt && daysAfter(closedAt, p.window)
        return absentIn !== null || (retestedBy !== null && retestedBy !== fixedBy)
          ? ok('已关闭,经复测或完整扫描。', 'Closed, and tested again or no longer seen.', { until })
          : bad('关闭时没有复测。', 'It was closed without being tested again.')
      }
      if (state === 'accepted')
        return acceptedUntil !== null && acceptedUntil > now
          ? ok('已限期接受。', 'Accepted until a date.', { until: acceptedUntil })
          : bad('接受已到期。', 'Its acceptance is over.')
      if (fixBy === null) return bad('没有修复期限。', 'It has no date.')
      const age = daysBetween(foundAt ?? fixBy, now)
      return fixBy > now
        ? ok('在修复期限内。', 'There is still time to fix it.', { until: soonest(fixBy) })
        : bad(`发现 ${age} 天仍未修复,已过期限。`, `Found ${age} days ago and not fixed in time.`)
    },
  }),
]
