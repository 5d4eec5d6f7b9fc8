import type { Words } from '../../../../record/words.ts'

export const contractScreenWords = {
  term: ['期限', 'Term'],
  endless: ['没有到期日,终止前一直有效。', 'It has no last day, and lasts until it is ended.'],
  renew: ['起草续签合同', 'Draw up the next'],
  next: ['由此续签', 'Goes on in'],
  before: ['续自', 'Goes on from'],
  entitlements: ['合同下的软件授权', 'Entitlements under it'],
} as const satisfies Record<string, Words>

/** `2026-12-31 到期,还有 37 天。` */
export const endWords = (date: string, left: Words): Words => [
  `${date} 到期,${left[0]}。`,
  `It ends on ${date}, ${left[1]}.`,
]
export const decideByWords = (date: string): Words => [
  `最迟 ${date} 决定是否续签。`,
  `Decide by ${date} whether to renew.`,
]
export const prolongWords = (months: number): Words => [
  `无人终止则自动续期 ${months} 个月。`,
  `Unless it is ended, it goes on for ${months} ${months === 1 ? 'month' : 'months'}.`,
]
