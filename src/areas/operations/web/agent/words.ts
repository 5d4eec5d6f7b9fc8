import type { Words } from '../../../../record/words.ts'

export const agentScreenWords = {
  standing: ['运行情况', 'How it does'],
  notYet: [
    '还没有联络过。按右侧说明在目标网络的机器上接入。',
    'It was never heard of. Let it join, on a machine in the network to be probed, as described beside.',
  ],
  lastHeard: ['距上次联络', 'Since last heard of'],
  host: ['主机', 'Host'],
  version: ['版本', 'Version'],
  waiting: ['待送达读数', 'Readings waiting'],
  taken: ['已收读数', 'Readings taken'],
  late: ['其中迟到', 'Late among them'],
  lost: ['丢弃读数', 'Readings lost'],
  probes: ['由它执行的探测', 'Probes that it runs'],
  noProbes: [
    '还没有探测由它执行。在探测的「由代理执行」中选它。',
    'It runs no probes yet. Choose it under Run by agent in a probe.',
  ],
  allProbes: ['查看这些探测', 'See these probes'],
  missingNow: [
    '代理失联:它执行的探测状况未知,不作为正常。',
    'It is missing: its probes count as unknown, never as fine.',
  ],
  cutOffNow: [
    '代理自身网络不通:参照目标都不应答,目标不判为中断。',
    'It is cut off: none of its references answers, so no target is accused.',
  ],
  setUp: ['接入代理', 'Let it join'],
  howTo: [
    '在目标网络的机器上装好本程序,运行(令牌一天内有效,只能用一次):',
    'On a machine in the network to be probed, with this program installed, run (the token counts once, within a day):',
  ],
  thenOn: [
    '以后直接运行 touchstone agent。数据库口令等由代理自己的环境变量 TOUCHSTONE_TARGET_… 提供。',
    'From then on: touchstone agent. Logins of databases come from the agent’s own environment, TOUCHSTONE_TARGET_….',
  ],
  renewHint: ['原来的令牌立即失效。', 'The one before counts no more.'],
  onlyAdmin: ['接入令牌由系统管理员生成。', 'An administrator makes the token.'],
} as const satisfies Record<string, Words>
