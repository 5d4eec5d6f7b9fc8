import { dayAway } from '../../../../record/time.ts'
import { asset } from '../../../assets/asset/asset.record.ts'
import { discoveryDifference } from '../../../assets/discovery-difference/discovery-difference.record.ts'
import { installation } from '../../../assets/installation/installation.record.ts'
import { loan } from '../../../assets/loan/loan.record.ts'
import { location } from '../../../assets/location/location.record.ts'
import { software } from '../../../assets/software/software.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { freshWithin } from '../templates.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

/** States in which a stocktake looks for it. */
const counted = ['in-stock', 'in-use', 'in-repair', 'retired']

/** Whether the register is as things are. */
export const inventoryControls = [
  control({
    id: 'A-09',
    version: 1,
    area: 'assets',
    title: ['每处资产每年盘点', 'Every place that holds assets is counted each year'],
    remedy: [
      '安排盘点,由未参加清点的人批准。',
      'Plan a stocktake, and have it approved by somebody who did not count.',
    ],
    subject: reads(location, 'name', 'countedAt'),
    with: { holds: those(asset, 'location', 'name', 'createdAt') },
    params: { within: days(['盘点间隔', 'Counted within'], { default: 365, min: 30, max: 400 }) },
    inScope: ({ state }) => state === 'active',
    judge: ({ countedAt }, { holds, now, p }) => {
      const here = holds.filter(({ state }) => counted.includes(state))
      if (here.length === 0) return null
      if (countedAt !== null) return freshWithin(countedAt, { now, days: p.within, what: ['盘点', 'counted'] })
      const first = here.map(({ createdAt }) => createdAt).sort()[0] as string
      const until = daysAfter(first, p.within)
      return until > now
        ? ok(`资产 ${here.length} 项,首次盘点尚在期限内。`, `${here.length} assets; its first count is not due yet.`, {
            until,
          })
        : bad(`资产 ${here.length} 项,从未盘点。`, `${here.length} assets, and never counted.`)
    },
  }),
  control({
    id: 'A-17',
    version: 1,
    area: 'assets',
    title: ['禁用软件没有安装', 'What is forbidden is installed nowhere'],
    remedy: [
      '从这些机器上卸载,或经评估后改为允许。',
      'Remove it from those machines, or allow it once it was looked at.',
    ],
    subject: reads(software, 'name'),
    with: { installed: those(installation, 'software', 'release') },
    inScope: ({ state }) => state === 'forbidden',
    judge: ({ name }, { installed }) => {
      const present = installed.filter(({ state }) => state === 'present')
      return present.length === 0
        ? ok('没有机器安装。', 'No machine has it.')
        : bad(`${present.length} 台机器装有${name}。`, `${present.length} machines have ${name}.`, {
            proof: present.map((one) => proofOf(installation, one)).slice(0, 20),
          })
    },
  }),
  control({
    id: 'A-18',
    version: 1,
    area: 'assets',
    title: ['发现差异及时处理', 'What is found otherwise than registered is dealt with in time'],
    remedy: ['接受差异、更正台账,或写明为何不处理。', 'Accept it, mend the register, or say why nothing is done.'],
    subject: reads(discoveryDifference, 'machine', 'createdAt'),
    params: { within: days(['处理期限', 'Dealt with within'], { default: 14, min: 1, max: 90 }) },
    judge: ({ state, createdAt }, { now, p }) => {
      if (state !== 'open') return ok('已处理。', 'Dealt with.')
      const until = daysAfter(createdAt, p.within)
      const age = daysBetween(createdAt, now)
      return until > now
        ? ok('待处理,在期限内。', 'To be dealt with; still in time.', { until })
        : bad(`发现 ${age} 天仍未处理。`, `Not dealt with ${age} days after it was found.`)
    },
  }),
  control({
    id: 'A-19',
    version: 1,
    area: 'assets',
    title: ['借用资产按期归还', 'What is lent comes back in time'],
    remedy: ['收回资产;确需延长的,写明理由改期。', 'Take it back, or extend the loan and say why.'],
    subject: reads(loan, 'title', 'dueOn', 'borrower'),
    owner: 'borrower',
    inScope: ({ state }) => state === 'lent' || state === 'overdue' || state === 'returned',
    judge: ({ state, dueOn }, { today, dawn }) => {
      if (state === 'returned') return ok('已归还。', 'It came back.')
      return dueOn >= today
        ? ok(`应于 ${dueOn} 归还。`, `Due on ${dueOn}.`, { until: dawn(dayAway(dueOn, 1)) })
        : bad(`应于 ${dueOn} 归还,已逾期。`, `It was due on ${dueOn}.`)
    },
  }),
]
