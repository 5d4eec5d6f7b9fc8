import type { Words } from '../../../record/words.ts'
import { dateIn } from '../../../record/zone.ts'
import type { FindingKind } from './shape.rules.ts'

interface Told {
  readonly kind: FindingKind
  readonly from: string
  readonly to: string
  readonly tradingDay: string | null
  readonly position: { readonly name: string; readonly nameEn: string | null } | null
  readonly person: { readonly name: string } | null
  readonly have: number
  readonly want: number
}

export const findingNames: Readonly<Record<FindingKind, Words>> = {
  hole: ['空岗', 'Hole'],
  'maker-is-checker': ['一人兼经办与复核', 'Maker is checker'],
  'two-places': ['一人两处', 'Two places at once'],
  'not-qualified': ['不具资格', 'Not qualified'],
  'on-leave': ['请假中', 'On leave'],
  rest: ['休息不足', 'Short rest'],
  nights: ['连续夜班过多', 'Too many nights in a row'],
  'week-hours': ['周工时超限', 'Too many hours in a week'],
  'no-calendar': ['无交易日历', 'No trading calendar'],
}

const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10}`

const zone = 'Asia/Shanghai'
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `11-28 02:00–02:45`, with the second date where it is another. */
export function spanText({ from, to }: Pick<Told, 'from' | 'to'>): string {
  const [begin, end] = [from, to].map((at) => [dateIn(zone, at).slice(5), clock.format(new Date(at))]) as [
    [string, string],
    [string, string],
  ]
  return `${begin.join(' ')}–${begin[0] === end[0] ? end[1] : end.join(' ')}`
}

/** One sentence: what is wrong, where or with whom, from when to when, of which trading day. */
export function findingWords(one: Told): Words {
  const span = spanText(one)
  const place: Words = [one.position?.name ?? '', one.position?.nameEn ?? one.position?.name ?? '']
  const who = one.person?.name ?? ''
  const day: Words = one.tradingDay ? [`(${one.tradingDay} 交易日)`, ` (trading day ${one.tradingDay})`] : ['', '']
  switch (one.kind) {
    case 'hole':
      return [
        `${place[0]}空岗:${span},应有 ${one.want} 人,在岗 ${one.have} 人${day[0]}`,
        `${place[1]} is short: ${span}, ${one.have} of ${one.want} there${day[1]}`,
      ]
    case 'maker-is-checker':
      return [`${who}同时经办又复核:${span}${day[0]}`, `${who} both makes and checks: ${span}${day[1]}`]
    case 'two-places':
      return [`${who}同时在两处:${span}${day[0]}`, `${who} is at two places: ${span}${day[1]}`]
    case 'not-qualified':
      return [`${who}不能任${place[0]}:${span}`, `${who} may not stand at ${place[1]}: ${span}`]
    case 'on-leave':
      return [`${who}请假,却排在${place[0]}:${span}`, `${who} is on leave but planned at ${place[1]}: ${span}`]
    case 'rest':
      return [
        `${who}两班之间只休息 ${hours(one.have)} 小时,应有 ${hours(one.want)} 小时:${span}`,
        `${who} rests ${hours(one.have)} h between duties, ${hours(one.want)} h wanted: ${span}`,
      ]
    case 'nights':
      return [
        `${who}连续 ${one.have} 个夜班,最多 ${one.want} 个:${span}`,
        `${who} has ${one.have} nights in a row, ${one.want} at most: ${span}`,
      ]
    case 'week-hours':
      return [
        `${who}一周 ${hours(one.have)} 小时,上限 ${hours(one.want)} 小时:${span}`,
        `${who} has ${hours(one.have)} h in a week, ${hours(one.want)} h at most: ${span}`,
      ]
    case 'no-calendar':
      return [`交易日历未覆盖,无法证明:${span}`, `The trading calendar does not reach: nothing is proved of ${span}`]
  }
}
