import { dayAway, lastOfMonth } from '../../../../record/time.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { agreement } from '../../../service/agreement/agreement.record.ts'
import { article } from '../../../service/article/article.record.ts'
import { incident } from '../../../service/incident/incident.record.ts'
import { levelReport } from '../../../service/level-report/level-report.record.ts'
import { majorIncident } from '../../../service/major-incident/major-incident.record.ts'
import { problem } from '../../../service/problem/problem.record.ts'
import { request } from '../../../service/request/request.record.ts'
import { service } from '../../../service/service/service.record.ts'
import { bad, control, days, minutes, ok, proofOf, reads, theOne, those } from '../control.rules.ts'
import { countWithin, filled, freshWithin, isHere } from '../templates.rules.ts'
import { daysAfter, minutesAfter, minutesBetween } from '../time.rules.ts'

const isOpen = (state: string): boolean => state !== 'resolved' && state !== 'closed'
const window = days(['追溯天数', 'Looked back'], { default: 90, min: 7, max: 400 })

export const serviceControls = [
  control({
    id: 'V-01',
    version: 1,
    area: 'service',
    title: ['服务有在岗的负责人', 'A service has an owner who is here'],
    remedy: ['为服务指定在岗的负责人。', 'Name an owner who is here.'],
    subject: reads(service, 'owner'),
    with: { owner: theOne('owner', person, 'name') },
    owner: 'owner',
    inScope: ({ state }) => state === 'offered',
    judge: (_service, { owner }) =>
      isHere(owner, {
        none: ['没有负责人。', 'It has no owner.'],
        left: [`负责人${owner?.name ?? ''}已离职。`, `Its owner ${owner?.name ?? ''} has left.`],
      }),
  }),
  control({
    id: 'V-02',
    version: 1,
    area: 'service',
    title: ['服务目录要素齐全', 'A service in the catalogue says what it is'],
    remedy: ['补填服务说明、时间和所依托的组件。', 'Fill in its description, hours and components.'],
    subject: reads(service, 'description', 'hours', 'components', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'offered',
    judge: filled({
      description: ['说明', 'description'],
      hours: ['服务时间', 'hours'],
      components: ['组件', 'components'],
    }),
  }),
  control({
    id: 'V-03',
    version: 1,
    area: 'service',
    title: ['知识按期复审', 'Knowledge is reviewed in time'],
    remedy: ['负责人复审后确认,或停用该文章。', 'Its owner looks at it and confirms it, or retires it.'],
    subject: reads(article, 'reviewOn', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => state === 'published' || state === 'due-for-review',
    judge: ({ reviewOn }, { today, dawn }) =>
      reviewOn !== null && reviewOn > today
        ? ok(`下次复审 ${reviewOn}。`, `Next review on ${reviewOn}.`, { until: dawn(reviewOn) })
        : bad(`应于 ${reviewOn ?? '发布后'} 复审。`, `It was due for review${reviewOn ? ` on ${reviewOn}` : ''}.`),
  }),
  control({
    id: 'V-04',
    version: 1,
    area: 'service',
    title: ['故障及时分类', 'An incident is classed in time'],
    remedy: ['写明故障影响的服务或组件。', 'Say which service or component it concerns.'],
    subject: reads(incident, 'component', 'service', 'createdAt', 'assignee', 'duplicateOf'),
    params: { within: minutes(['分类期限', 'Classed within'], { default: 60, min: 5, max: 1_440 }) },
    owner: 'assignee',
    inScope: ({ state, duplicateOf }) => isOpen(state) && duplicateOf === null,
    judge: ({ component, service: of, createdAt }, { now, p }) => {
      if (component !== null || of !== null) return ok('已分类。', 'Classed.')
      const until = minutesAfter(createdAt, p.within)
      return until > now
        ? ok('待分类,在期限内。', 'To be classed; still in time.', { until })
        : bad('没有写明影响的服务或组件。', 'It names neither a service nor a component.')
    },
  }),
  control({
    id: 'V-06',
    version: 1,
    area: 'service',
    title: ['故障单不悬置', 'No open incident goes silent'],
    remedy: ['写下进展,或改为等待并写明等什么。', 'Write down how it goes, or what it waits for.'],
    subject: reads(incident, 'updatedAt', 'assignee', 'waitingFor'),
    params: { silent: days(['无进展期限', 'Silent at most'], { default: 7, min: 1, max: 30 }) },
    owner: 'assignee',
    inScope: ({ state }) => isOpen(state),
    judge: ({ state, updatedAt, waitingFor }, { now, p }) =>
      state === 'waiting' && waitingFor !== null
        ? ok(`等待:${waitingFor}`.slice(0, 200), 'It waits, and says for what.')
        : freshWithin(updatedAt, { now, days: p.silent, what: ['更新', 'updated'] }),
  }),
  control({
    id: 'V-05',
    version: 1,
    area: 'service',
    title: ['服务请求及时办结', 'A request is seen to in time'],
    remedy: ['办结请求,或写明等待的原因。', 'Fulfil it, or say what it waits for.'],
    subject: reads(request, 'createdAt', 'settledAt', 'waitingFor', 'assignee'),
    params: { within: days(['办结期限', 'Settled within'], { default: 14, min: 1, max: 90 }), window },
    owner: 'assignee',
    inScope: ({ createdAt }, { now, p }) => daysAfter(createdAt, p.window) > now,
    judge: ({ createdAt, settledAt, waitingFor }, { now, p }) => {
      const [due, gone] = [daysAfter(createdAt, p.within), daysAfter(createdAt, p.window)]
      if (settledAt !== null)
        return settledAt <= due
          ? ok('按期办结。', 'Settled in time.', { until: gone })
          : bad('逾期办结。', 'Settled late.', { until: gone })
      if (waitingFor !== null)
        return ok(`等待:${waitingFor}`.slice(0, 200), 'It waits, and says for what.', { until: gone })
      return due > now
        ? ok('办理中,在期限内。', 'In hand; still in time.', { until: due })
        : bad(`超过 ${p.within} 天未办结。`, `Not settled after ${p.within} days.`, { until: gone })
    },
  }),
  control({
    id: 'V-07',
    version: 1,
    area: 'service',
    title: ['影响交易的服务签有协议', 'A service that affects trading has an agreement'],
    remedy: ['与使用部门签订服务级别协议。', 'Agree on service levels with a department that uses it.'],
    subject: reads(service, 'affectsTrading', 'owner'),
    with: { agreements: those(agreement, 'service', 'name', 'validTo') },
    owner: 'owner',
    inScope: ({ state, affectsTrading }) => state === 'offered' && affectsTrading,
    judge: (_service, { agreements, today, dawn }) => {
      const live = agreements.filter(({ state, validTo }) => state === 'in-force' && validTo >= today)
      const end = live
        .map(({ validTo }) => validTo)
        .sort()
        .at(-1)
      const verdict = countWithin(live.length, {
        least: 1,
        what: ['有效协议', 'agreements in force'],
        proof: live.map((one) => proofOf(agreement, one)),
      })
      return end ? { ...verdict, until: dawn(dayAway(end, 1)) } : verdict
    },
  }),
  control({
    id: 'V-08',
    version: 1,
    area: 'service',
    title: ['月度服务报告按期发出', 'The monthly service report goes out in time'],
    remedy: ['核对数字后发出报告。', 'Check its figures and issue it.'],
    subject: reads(levelReport, 'month', 'issuedAt', 'owner'),
    params: { within: days(['月末后期限', 'After the month'], { default: 10, min: 1, max: 40 }) },
    owner: 'owner',
    judge: ({ state, month, issuedAt }, { now, p, dawn }) => {
      const due = dawn(dayAway(lastOfMonth(month.slice(0, 7)), p.within + 1))
      if (state !== 'draft')
        return (issuedAt ?? now) <= due
          ? ok(`${month.slice(0, 7)} 已按期发出。`, `${month.slice(0, 7)} went out in time.`)
          : bad(`${month.slice(0, 7)} 逾期发出。`, `${month.slice(0, 7)} went out late.`)
      return due > now
        ? ok(`${month.slice(0, 7)} 待发出。`, `${month.slice(0, 7)} is to go out.`, { until: due })
        : bad(`${month.slice(0, 7)} 尚未发出。`, `${month.slice(0, 7)} has not gone out.`)
    },
  }),
  control({
    id: 'V-11',
    version: 1,
    area: 'service',
    title: ['问题持续跟踪', 'A problem is followed'],
    remedy: [
      '写下分析进展;已知错误要写明规避办法。',
      'Write down how it goes; a known error says what helps meanwhile.',
    ],
    subject: reads(problem, 'updatedAt', 'workaround', 'owner'),
    params: { silent: days(['无进展期限', 'Silent at most'], { default: 30, min: 7, max: 90 }) },
    owner: 'owner',
    inScope: ({ state }) => state !== 'solved' && state !== 'closed',
    judge: ({ state, workaround, updatedAt }, { now, p }) =>
      state === 'known-error' && workaround === null
        ? bad('已知错误没有规避办法。', 'A known error without a workaround.')
        : freshWithin(updatedAt, { now, days: p.silent, what: ['更新', 'updated'] }),
  }),
  control({
    id: 'O-15',
    version: 1,
    area: 'operations',
    title: ['重大故障事后复盘', 'A major incident is reviewed afterwards'],
    remedy: ['完成复盘,由两人同意。', 'Finish the review and have two people agree to it.'],
    subject: reads(majorIncident, 'title', 'endedAt', 'commander'),
    params: { within: days(['复盘期限', 'Reviewed within'], { default: 7, min: 1, max: 60 }) },
    owner: 'commander',
    inScope: ({ state }) => state === 'ended' || state === 'reviewed',
    judge: ({ state, endedAt }, { now, p }) => {
      if (state === 'reviewed') return ok('已复盘。', 'Reviewed.')
      const until = daysAfter(endedAt ?? now, p.within)
      return until > now
        ? ok('待复盘,在期限内。', 'To be reviewed; still in time.', { until })
        : bad(`结束超过 ${p.within} 天仍未复盘。`, `Not reviewed within ${p.within} days of its end.`)
    },
  }),
  control({
    id: 'O-12',
    version: 1,
    area: 'operations',
    title: ['影响交易的故障及时受理', 'An incident that may affect trading is taken up at once'],
    remedy: ['指派处理人并开始处理。', 'Assign it and start.'],
    subject: reads(incident, 'affectsTrading', 'createdAt', 'assignee', 'duplicateOf'),
    params: { within: minutes(['受理期限', 'Taken up within'], { default: 15, min: 1, max: 240 }), window },
    owner: 'assignee',
    inScope: ({ affectsTrading, duplicateOf, createdAt }, { now, p }) =>
      affectsTrading && duplicateOf === null && daysAfter(createdAt, p.window) > now,
    judge: ({ state, createdAt }, { now, p }) => {
      if (state !== 'new') return ok('已受理。', 'Taken up.', { until: daysAfter(createdAt, p.window) })
      const until = minutesAfter(createdAt, p.within)
      return until > now
        ? ok('待受理,在期限内。', 'To be taken up; still in time.', { until })
        : bad(
            `${minutesBetween(createdAt, now)} 分钟无人受理。`,
            `Nobody has taken it up for ${minutesBetween(createdAt, now)} minutes.`,
          )
    },
  }),
]
