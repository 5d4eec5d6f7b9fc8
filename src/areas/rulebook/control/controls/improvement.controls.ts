import { dayAway } from '../../../../record/time.ts'
import { component } from '../../../operations/component/component.record.ts'
import { agreement } from '../../../service/agreement/agreement.record.ts'
import { incident } from '../../../service/incident/incident.record.ts'
import { levelReport } from '../../../service/level-report/level-report.record.ts'
import { problem } from '../../../service/problem/problem.record.ts'
import { service } from '../../../service/service/service.record.ts'
import { surveyAnswer } from '../../../service/survey-answer/survey-answer.record.ts'
import { underpinning } from '../../../service/underpinning/underpinning.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { countWithin } from '../templates.rules.ts'
import { daysAfter } from '../time.rules.ts'

/** So many faults of one component are no chance any more. */
const often = 3
/** Up to so many of five a grade is low. */
const low = 2

/** Whether what goes wrong again and again is looked into, and service gets better. */
export const improvementControls = [
  control({
    id: 'V-09',
    version: 1,
    area: 'service',
    title: ['低分评价及时回访', 'A low grade is followed up in time'],
    remedy: ['联系评价人,了解原因,写明回访情况。', 'Talk to whoever gave it, and write down what was said and done.'],
    subject: reads(surveyAnswer, 'grade', 'naming', 'answeredAt', 'followedUpAt', 'handler'),
    params: {
      within: days(['回访期限', 'Followed up within'], { default: 7, min: 1, max: 30 }),
      window: days(['追溯天数', 'Looked back'], { default: 90, min: 14, max: 400 }),
    },
    owner: 'handler',
    // Of an anonymous one nobody knows whom to ask.
    inScope: ({ state, naming, answeredAt }, { now, p }) =>
      state === 'answered' && naming === 'named' && answeredAt !== null && daysAfter(answeredAt, p.window) > now,
    judge: ({ grade, answeredAt, followedUpAt }, { now, p }) => {
      const at = answeredAt as string
      const gone = daysAfter(at, p.window)
      if (grade === null || grade > low) return ok(`评分 ${grade ?? '—'}。`, `Grade ${grade ?? '—'}.`, { until: gone })
      const due = daysAfter(at, p.within)
      if (followedUpAt !== null)
        return followedUpAt <= due
          ? ok(`评分 ${grade},已回访。`, `Grade ${grade}, followed up.`, { until: gone })
          : bad(`评分 ${grade},逾期才回访。`, `Grade ${grade}, followed up late.`, { until: gone })
      return due > now
        ? ok(`评分 ${grade},待回访。`, `Grade ${grade}, to be followed up.`, { until: due })
        : bad(`评分 ${grade},没有回访。`, `Grade ${grade}, and nobody followed it up.`, { until: gone })
    },
  }),
  control({
    id: 'V-10',
    version: 1,
    area: 'service',
    title: ['重复故障立为问题', 'Faults that come again become a problem'],
    remedy: ['把这些故障立为问题,查明根本原因。', 'Make a problem of them, and find out why they happen.'],
    subject: reads(component, 'name'),
    with: {
      incidents: those(incident, 'component', 'createdAt', 'duplicateOf'),
      problems: those(problem, 'component', 'incidents'),
    },
    params: { window: days(['统计天数', 'Counted over'], { default: 30, min: 7, max: 180 }) },
    inScope: ({ state }) => state === 'in-service',
    judge: (_component, { incidents, problems, now, p }) => {
      const recent = incidents.filter(
        ({ createdAt, duplicateOf }) => duplicateOf === null && daysAfter(createdAt, p.window) > now,
      )
      const isLookedInto = problems.some(({ state }) => state !== 'solved' && state !== 'closed')
      const known = new Set(problems.flatMap((one) => one.incidents))
      const loose = isLookedInto ? [] : recent.filter(({ id }) => !known.has(id))
      if (loose.length >= often) {
        const times = loose.map(({ createdAt }) => createdAt).sort()
        return bad(
          `${p.window} 天内故障 ${loose.length} 次,没有立为问题。`,
          `${loose.length} faults within ${p.window} days, and no problem.`,
          {
            proof: loose.map((one) => proofOf(incident, one)).slice(0, 20),
            until: daysAfter(times[times.length - often] as string, p.window),
          },
        )
      }
      return recent.length >= often
        ? ok(`故障 ${recent.length} 次,已立为问题。`, `${recent.length} faults, and a problem is made of them.`, {
            proof: problems.map((one) => proofOf(problem, one)).slice(0, 20),
          })
        : ok(`${p.window} 天内故障 ${recent.length} 次。`, `${recent.length} faults within ${p.window} days.`)
    },
  }),
  control({
    id: 'V-12',
    version: 1,
    area: 'service',
    title: [
      '服务每季度有改进,或客户确认无需改进',
      'Service gets better each quarter, or its customer agrees that nothing need',
    ],
    remedy: [
      '在月报中列出改进措施;无需改进的写明,由客户签字确认。',
      'Name what is improved in the report, or say that nothing need be and have the customer sign.',
    ],
    subject: reads(agreement, 'name', 'owner', 'validFrom'),
    with: { reports: those(levelReport, 'agreement', 'month', 'actions', 'comment', 'issuedAt', 'acknowledgedAt') },
    params: { within: days(['改进间隔', 'Improved within'], { default: 92, min: 31, max: 400 }) },
    owner: 'owner',
    inScope: ({ state }) => state === 'in-force',
    judge: ({ validFrom }, { reports, now, p, dawn }) => {
      const issued = reports.filter(({ issuedAt }) => issuedAt !== null && daysAfter(issuedAt, p.within) > now)
      const newest = (some: typeof issued) =>
        some.reduce((to, one) => ((one.issuedAt ?? '') > (to.issuedAt ?? '') ? one : to))
      const better = issued.filter(({ actions }) => actions.length > 0)
      const agreed = issued.filter(({ acknowledgedAt, comment }) => acknowledgedAt !== null && comment !== null)
      if (better.length > 0) {
        const last = newest(better)
        return ok(
          `月报列有 ${last.actions.length} 项改进措施。`,
          `A report names ${last.actions.length} improvements.`,
          {
            proof: [proofOf(levelReport, last)],
            until: daysAfter(last.issuedAt as string, p.within),
          },
        )
      }
      if (agreed.length > 0) {
        const last = newest(agreed)
        return ok('客户签字确认,无需另行改进。', 'Its customer has signed that nothing more need be done.', {
          proof: [proofOf(levelReport, last)],
          until: daysAfter(last.issuedAt as string, p.within),
        })
      }
      const until = daysAfter(dawn(validFrom), p.within)
      return until > now
        ? ok('协议新近生效,尚在首个周期内。', 'It is new: its first period is not over.', { until })
        : bad(
            `${p.within} 天内没有改进措施,也没有客户确认。`,
            `Within ${p.within} days nothing was improved, and no customer has agreed to that.`,
          )
    },
  }),
  control({
    id: 'D-08',
    version: 1,
    area: 'suppliers',
    title: ['影响交易的服务有厂商支持合同', 'A service that affects trading is underpinned by a vendor'],
    remedy: [
      '签订或续签支持合同,登记厂商承诺的时限。',
      'Make or renew the contract, and enter what the vendor promises.',
    ],
    subject: reads(service, 'affectsTrading', 'owner'),
    with: { contracts: those(underpinning, 'service', 'name', 'validTo') },
    owner: 'owner',
    inScope: ({ state, affectsTrading }) => state === 'offered' && affectsTrading,
    judge: (_service, { contracts, today, dawn }) => {
      const live = contracts.filter(({ state, validTo }) => state === 'in-force' && validTo >= today)
      const end = live
        .map(({ validTo }) => validTo)
        .sort()
        .at(-1)
      const verdict = countWithin(live.length, {
        least: 1,
        what: ['有效的支持合同', 'contracts in force'],
        proof: live.map((one) => proofOf(underpinning, one)),
      })
      return end ? { ...verdict, until: dawn(dayAway(end, 1)) } : verdict
    },
  }),
  control({
    id: 'V-14',
    version: 1,
    area: 'service',
    title: ['服务月报由客户确认', 'The monthly report is acknowledged by its customer'],
    remedy: ['请客户联系人阅读月报并签字确认。', 'Have the contact read the report and sign it.'],
    subject: reads(levelReport, 'month', 'issuedAt', 'acknowledgedAt', 'contact'),
    params: {
      within: days(['确认期限', 'Acknowledged within'], { default: 14, min: 1, max: 60 }),
      window: days(['追溯天数', 'Looked back'], { default: 100, min: 35, max: 400 }),
    },
    owner: 'contact',
    inScope: ({ issuedAt }, { now, p }) => issuedAt !== null && daysAfter(issuedAt, p.window) > now,
    judge: ({ month, issuedAt, acknowledgedAt }, { now, p }) => {
      const [of, gone] = [month.slice(0, 7), daysAfter(issuedAt as string, p.window)]
      const due = daysAfter(issuedAt as string, p.within)
      if (acknowledgedAt !== null)
        return acknowledgedAt <= due
          ? ok(`${of} 已按期确认。`, `${of} was acknowledged in time.`, { until: gone })
          : bad(`${of} 逾期才确认。`, `${of} was acknowledged late.`, { until: gone })
      return due > now
        ? ok(`${of} 待客户确认。`, `${of} is to be acknowledged.`, { until: due })
        : bad(`${of} 发出 ${p.within} 天仍未确认。`, `${of} is not acknowledged ${p.within} days after it went out.`, {
            until: gone,
          })
    },
  }),
]
