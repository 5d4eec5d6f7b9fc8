import { dayAway } from '../../../../record/time.ts'
import { discoveryDifference } from '../../../assets/discovery-difference/discovery-difference.record.ts'
import { installation } from '../../../assets/installation/installation.record.ts'
import { loan } from '../../../assets/loan/loan.record.ts'
import { software } from '../../../assets/software/software.record.ts'
import { bad, control, days, ok, proofOf, reads, those } from '../control.rules.ts'
import { daysAfter, daysBetween } from '../time.rules.ts'

/** Whether the register is as things are. */
export const inventoryControls = [
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
