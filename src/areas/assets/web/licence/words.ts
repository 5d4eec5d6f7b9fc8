import type { Words } from '../../../../record/words.ts'

export const licenceScreenWords = {
  position: ['够不够用', 'Is it enough'],
  entitled: ['授权数', 'Entitled'],
  used: ['已分配', 'Allocated'],
  free: ['剩余', 'Free'],
  installed: ['发现已安装', 'Found installed'],
  uncovered: ['其中未分配', 'of them without'],
  enough: ['够用。', 'Enough for now.'],
  nothing: ['还没有有效的授权。', 'Nothing is entitled yet.'],
  mend: ['请增购授权,或收回不再需要的分配。', 'Add an entitlement, or withdraw what is no longer needed.'],
  uncoveredHint: [
    '这些设备装有该软件,但没有分配:分配给它们,或卸载。',
    'These machines have it installed but not allocated: allocate it to them, or remove it.',
  ],
  course: ['前后一年的授权与分配', 'Entitled and allocated, a year back and ahead'],
  today: ['今天', 'Today'],
  buy: ['增加授权', 'Add entitlement'],
  give: ['分配', 'Allocate'],
  withdraw: ['收回', 'Withdraw'],
  noneGiven: ['还没有分配。', 'Not allocated to anybody yet.'],
  all: ['查看全部', 'See all'],
  perpetual: ['永久', 'perpetual'],
  ahead: ['未生效', 'Not yet'],
  counts: ['有效', 'Counts'],
  over: ['已过期', 'Expired'],
  withdrawn: ['已撤销', 'Withdrawn'],
  covered: ['合同与许可', 'Contracts and licences'],
  since: ['自', 'since'],
} as const satisfies Record<string, Words>

/** `超用 3`, beside the shape that says so too. */
export const overWords = (by: number): Words => [`超用 ${by}`, `${by} over`]

/** `超用 3。`, `授权将于 2026-12-31 减少。` */
export const shortWords = (by: number): Words => [
  `超用 ${by} 个。`,
  `${by} more ${by === 1 ? 'is' : 'are'} used than entitled.`,
]
export const lessWords = (date: string, entitled: number): Words => [
  `${date} 起授权数为 ${entitled}。`,
  `From ${date} on ${entitled} ${entitled === 1 ? 'is' : 'are'} entitled.`,
]
