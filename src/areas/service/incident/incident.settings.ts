import { numberSetting, type Setting } from '../../../record/setting.ts'

/** For so long a resolved incident may be taken up again; later it is a new one. */
export const reopenDays = numberSetting('incident-reopen-days', {
  group: 'limits',
  words: ['故障解决后可重新打开', 'A resolved incident may be reopened'],
  unit: ['天内', 'days'],
  hint: ['超过后请新建一条,并与原来的关联。', 'Later, report a new one and link it to the old.'],
  default: 7,
  least: 1,
  most: 90,
})

/** After so long a resolved incident to which nobody objected is closed. */
export const closeDays = numberSetting('incident-close-days', {
  group: 'limits',
  words: ['故障解决后自动关闭', 'A resolved incident closes by itself'],
  unit: ['天后', 'days later'],
  default: 5,
  least: 1,
  most: 90,
})

export const incidentSettings: readonly Setting[] = [reopenDays, closeDays]
