import { bulletinFeed } from '../../../change/bulletin-feed/bulletin-feed.record.ts'
import { change } from '../../../change/change/change.record.ts'
import { vendorBulletin } from '../../../change/vendor-bulletin/vendor-bulletin.record.ts'
import { bad, control, days, hours, ok, reads } from '../control.rules.ts'
import { actorsDiffer, chainComplete, filled } from '../templates.rules.ts'
import { daysAfter, daysBetween, hoursAfter } from '../time.rules.ts'

const window = days(['追溯天数', 'Looked back'], { default: 365, min: 30, max: 1_095 })

export const changeControls = [
  control({
    id: 'C-01',
    version: 1,
    area: 'change',
    title: ['变更各步齐全,次序正确', 'A change goes through every step, in order'],
    remedy: [
      '查明缺少的一步,补记原因并改进流程。',
      'Find out which step was left out and why, and mend the way it is done.',
    ],
    subject: reads(change, 'kind', 'createdAt', 'approvedAt', 'startedAt', 'verifiedAt', 'endedAt', 'owner'),
    params: { window },
    owner: 'owner',
    inScope: ({ state, endedAt }, { now, p }) =>
      state === 'closed' && endedAt !== null && daysAfter(endedAt, p.window) > now,
    judge: ({ kind, createdAt, approvedAt, startedAt, verifiedAt, endedAt }, { p }) => {
      const approved = { name: ['批准', 'approval'], at: approvedAt } as const
      const done = [
        { name: ['开始实施', 'start'], at: startedAt },
        { name: ['验证', 'verification'], at: verifiedAt },
      ] as const
      const begun = { name: ['提出', 'request'], at: createdAt } as const
      // An emergency is approved afterwards.
      const chain = kind === 'emergency' ? [begun, ...done, approved] : [begun, approved, ...done]
      return { ...chainComplete(chain), until: endedAt && daysAfter(endedAt, p.window) }
    },
  }),
  control({
    id: 'C-02',
    version: 1,
    area: 'change',
    title: ['变更批准前评定风险', 'The risk of a change is assessed before it is approved'],
    remedy: [
      '退回修订,回答风险问题后重新批准。',
      'Revise it, answer the questions of risk, and have it approved again.',
    ],
    subject: reads(change, 'kind', 'risk', 'components', 'owner'),
    owner: 'owner',
    inScope: ({ state, kind }) => kind === 'normal' && ['approved', 'scheduled', 'in-progress'].includes(state),
    judge: filled({ risk: ['风险等级', 'risk'], components: ['涉及的组件', 'components'] }),
  }),
  control({
    id: 'C-05',
    version: 1,
    area: 'change',
    title: ['变更由实施人以外的人验证', 'A change is verified by somebody other than who carried it out'],
    remedy: ['由另一人重新验证并记录。', 'Have somebody else verify it and write it down.'],
    subject: reads(change, 'startedBy', 'verifiedBy', 'endedAt', 'owner'),
    params: { window },
    owner: 'owner',
    inScope: ({ state, endedAt }, { now, p }) =>
      (state === 'verified' || state === 'closed') && endedAt !== null && daysAfter(endedAt, p.window) > now,
    judge: ({ startedBy, verifiedBy, endedAt }, { p }) => ({
      ...actorsDiffer(startedBy, verifiedBy, {
        first: ['实施人', 'person who began it'],
        second: ['验证人', 'verifier'],
      }),
      until: endedAt && daysAfter(endedAt, p.window),
    }),
  }),
  control({
    id: 'C-06',
    version: 1,
    area: 'change',
    title: ['厂商公告来源每天读取', 'The feeds of bulletins are read every day'],
    remedy: [
      '查明来源为何读不到,修正网址或改由人工查看。',
      'Find out why it cannot be read, and mend its address or look by hand.',
    ],
    subject: reads(bulletinFeed, 'readAt', 'fault', 'createdAt'),
    params: { within: hours(['读取间隔', 'Read within'], { default: 24, min: 1, max: 168 }) },
    inScope: ({ state }) => state === 'active',
    judge: ({ readAt, fault, createdAt }, { now, p }) => {
      const until = hoursAfter(readAt ?? createdAt, p.within)
      if (until <= now) return bad(`${p.within} 小时内没有读取。`, `Not read within ${p.within} hours.`)
      return fault === null
        ? ok('按时读取。', 'Read in time.', { until })
        : bad(`最近一次读取失败:${fault}`.slice(0, 300), `It could not be read: ${fault}`.slice(0, 300), { until })
    },
  }),
  control({
    id: 'C-07',
    version: 1,
    area: 'change',
    title: ['厂商公告及时判定', 'A bulletin of a vendor is decided on in time'],
    remedy: [
      '对照在用版本判定是否受影响,写明决定。',
      'Hold it against the versions in use and write down what is decided.',
    ],
    subject: reads(vendorBulletin, 'createdAt', 'decidedBy'),
    params: { within: days(['判定期限', 'Decided within'], { default: 21, min: 1, max: 90 }) },
    judge: ({ state, createdAt }, { now, p }) => {
      if (state === 'decided') return ok('已判定。', 'Decided on.')
      const until = daysAfter(createdAt, p.within)
      return until > now
        ? ok('待判定,在期限内。', 'To be decided on; still in time.', { until })
        : bad(
            `收到 ${daysBetween(createdAt, now)} 天仍未判定。`,
            `Not decided on ${daysBetween(createdAt, now)} days after it came.`,
          )
    },
  }),
  control({
    id: 'C-13',
    version: 1,
    area: 'change',
    title: ['变更备有回退办法', 'A change says how it is undone'],
    remedy: ['退回修订,写明回退流程或步骤。', 'Revise it and name a runbook or the steps by which it is undone.'],
    subject: reads(change, 'rollbackRunbook', 'rollbackSteps', 'owner'),
    owner: 'owner',
    inScope: ({ state }) => ['approved', 'scheduled', 'in-progress'].includes(state),
    judge: ({ rollbackRunbook, rollbackSteps }) =>
      rollbackRunbook !== null || rollbackSteps !== null
        ? ok('写明了怎样回退。', 'It says how it is undone.')
        : bad('没有写明怎样回退。', 'It does not say how it is undone.'),
  }),
]
