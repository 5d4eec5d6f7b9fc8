import { textSetting } from '../../../record/setting.ts'

/** Days as they are set, `90, 30, 7`; null where the text says none. */
const daysIn = (text: string): number[] | null => {
  const days = text.split(/[,\uff0c\u3001\s]+/).filter(Boolean)
  return days.length > 0 && days.length <= 10 && days.every((one) => /^\d{1,3}$/.test(one)) ? days.map(Number) : null
}

export const renewalWarnings = textSetting('renewal-warnings', {
  group: 'house',
  words: ['到期提醒', 'Told before something runs out'],
  unit: ['天前', 'days before'],
  hint: [
    '合同和软件授权到期前提醒负责人的日子,用逗号分开,最多十个;合同的最迟决定日另行提醒。',
    'When owners of contracts and licences are told, parted by commas, ten at most; the day by which one must decide is told besides.',
  ],
  default: '90, 30, 7',
  read: (text) =>
    daysIn(text)
      ? { value: text }
      : { wrong: ['请写天数,用逗号分开,例如 90, 30, 7。', 'Write days parted by commas, such as 90, 30, 7.'] },
})

/** The days that the text of the setting says. */
export const warnDaysOf = (text: string): number[] => daysIn(text) ?? []
