import { bulletinFeed } from '../../../change/bulletin-feed/bulletin-feed.record.ts'
import { change } from '../../../change/change/change.record.ts'
import { configCheck } from '../../../change/config-check/config-check.record.ts'
import { vendorBulletin } from '../../../change/vendor-bulletin/vendor-bulletin.record.ts'
import { bad, control, days, hours, ok, proofOf, reads, those, unknown } from '../control.rules.ts'
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
  control({
    id: 'P-12',
    version: 1,
    area: 'projects',
    title: [
      '关键配置与标准核对,基线由第二人签署',
      'Key settings are held against the standard, and a second person has signed',
    ],
    remedy: [
      '处理偏离后重新核对,由一人提请、另一人签署为基线。',
      'Put right what drifts, check again, and have one person ask for the baseline and another sign it.',
    ],
    subject: reads(configCheck, 'newest', 'baseline', 'checkedAt', 'driftSince', 'createdAt'),
    params: {
      sign: days(['基线签署期限', 'Baseline signed within'], { default: 14, min: 1, max: 180 }),
      drift: days(['偏离处理期限', 'Drift put right within'], { default: 7, min: 1, max: 90 }),
      fresh: days(['核对有效期', 'Checked within'], { default: 92, min: 1, max: 400 }),
    },
    inScope: ({ newest }) => newest,
    judge: ({ state, baseline, checkedAt, driftSince, createdAt }, { now, p }) => {
      const late = driftSince && daysAfter(driftSince, p.drift)
      if (driftSince && late && late <= now)
        return bad(
          `偏离 ${daysBetween(driftSince, now)} 天未处理。`,
          `It has drifted for ${daysBetween(driftSince, now)} days.`,
        )
      const stale = daysAfter(checkedAt ?? createdAt, p.fresh)
      if (stale <= now) return bad(`${p.fresh} 天内没有核对。`, `Not checked for ${p.fresh} days.`)
      const signed = state === 'baseline' || baseline !== null
      const due = signed ? null : daysAfter(createdAt, p.sign)
      if (due && due <= now) return bad('没有签署基线。', 'Nobody has signed a baseline.')
      const until = [late, stale, due].filter((at) => at !== null).sort()[0]
      if (state === 'unclear') return unknown('部分配置项读不到。', 'Some items could not be read.', { until })
      return driftSince
        ? ok('有偏离,在处理期限内。', 'It drifts; there is still time to put it right.', { until })
        : ok('与标准相符。', 'It is as the standard asks.', { until })
    },
  }),
  control({
    id: 'C-14',
    version: 1,
    area: 'change',
    title: ['变更后核对配置', 'Configuration is checked after a change'],
    remedy: [
      '立即核对,恢复偏离的配置项或签署新的基线。',
      'Check it now, and put right what drifts or have a new baseline signed.',
    ],
    subject: reads(change, 'endedAt', 'owner'),
    with: { checks: those(configCheck, 'change', 'checkedAt', 'drifted', 'createdAt') },
    params: { window, within: hours(['核对期限', 'Checked within'], { default: 24, min: 1, max: 168 }) },
    owner: 'owner',
    inScope: ({ state, endedAt }, { now, p }) =>
      ['verified', 'closed', 'rolled-back'].includes(state) && endedAt !== null && daysAfter(endedAt, p.window) > now,
    judge: ({ endedAt }, { checks, now, p }) => {
      const over = endedAt && daysAfter(endedAt, p.window)
      const asked = checks.filter(({ state }) => state !== 'dropped')
      if (asked.length === 0) return ok('其组件没有配置表。', 'Its components have no checklist.', { until: over })
      const proof = asked.map((check) => proofOf(configCheck, check))
      const open = asked.find(({ state }) => state === 'waiting')
      if (open) {
        const until = hoursAfter(open.createdAt, p.within)
        return until > now
          ? ok('待核对,在期限内。', 'To be checked; still in time.', { proof, until })
          : bad(`变更后 ${p.within} 小时内没有核对。`, `Not checked within ${p.within} hours of it.`, { proof })
      }
      const drifted = asked.some(({ state, drifted: n }) => n > 0 && state !== 'baseline')
      return drifted
        ? bad('变更后配置偏离。', 'Its configuration drifted after it.', { proof, until: over })
        : ok('变更后已核对。', 'Checked after it.', { proof, until: over })
    },
  }),
]
