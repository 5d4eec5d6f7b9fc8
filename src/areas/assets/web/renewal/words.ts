import type { Words } from '../../../../record/words.ts'
import { titles } from '../titles.words.ts'

export const renewalWords = {
  title: titles.renewals,
  intro: [
    '合同、软件授权、保修和厂商支持何时到期。',
    'When contracts, entitlements, warranties and makers’ support run out.',
  ],
  contract: ['合同', 'Contracts'],
  licence: ['软件授权', 'Entitlements'],
  warranty: ['保修', 'Warranties'],
  support: ['厂商支持', 'Makers’ support'],
  mine: ['只看我负责的', 'Only mine'],
  ahead: ['范围', 'Span'],
  months: ['个月', 'months'],
  over: ['已到期', 'Over'],
  byItself: ['自动续期', 'goes on by itself'],
  renewed: ['已安排续签', 'renewal drawn up'],
  noModel: ['未注明型号的资产', 'Assets of no model'],
  none: ['这段时间内没有到期的事项。', 'Nothing runs out in this time.'],
  more: ['到期事项太多,只列出了一部分;请缩短范围。', 'Too much runs out to show all; choose a shorter span.'],
} as const satisfies Record<string, Words>

/** `还有 43 天`, `今天`, `已过 5 天`. */
export function leftWords(days: number): Words {
  if (days === 0) return ['今天', 'today']
  const n = Math.abs(days)
  return days > 0
    ? [`还有 ${n} 天`, `in ${n} ${n === 1 ? 'day' : 'days'}`]
    : [`已过 ${n} 天`, `${n} ${n === 1 ? 'day' : 'days'} ago`]
}

/** `最迟 2026-12-01 决定`. */
export const decideWords = (date: string): Words => [`最迟 ${date} 决定`, `decide by ${date}`]

/** `12 台`, `50 个授权`. */
export const countWords = (kind: 'contract' | 'licence' | 'warranty' | 'support', count: number): Words =>
  kind === 'licence'
    ? [`${count} 个授权`, `${count} entitled`]
    : [`${count} 项资产`, `${count} ${count === 1 ? 'asset' : 'assets'}`]

/** `12 项到期`. */
export const itemsWords = (count: number): Words => [`${count} 项到期`, `${count} run out`]
