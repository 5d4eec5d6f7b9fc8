import { numberSetting } from '../../../record/setting.ts'

const days = ['天', 'days'] as const

export const requestCloseDays = numberSetting('request-close-days', {
  group: 'house',
  words: ['请求办结后自动关闭', 'Requests close by themselves'],
  unit: days,
  hint: [
    '办结后申请人在这段时间内没有表态,即自动关闭。',
    'Once fulfilled, where the requester says nothing for so long.',
  ],
  default: 5,
  least: 1,
  most: 90,
})

export const requestReopenDays = numberSetting('request-reopen-days', {
  group: 'house',
  words: ['请求可重新办理', 'Requests can be reopened'],
  unit: days,
  hint: ['自办结之日起算;过后须另行申请。', 'Counted from when it was fulfilled; after that a new request is made.'],
  default: 14,
  least: 1,
  most: 365,
})

export const requestSettings = [requestCloseDays, requestReopenDays]
