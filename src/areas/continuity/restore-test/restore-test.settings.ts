import { numberSetting, type Setting, textSetting } from '../../../record/setting.ts'

export const restoreLimitMinutes = numberSetting('restore-limit-minutes', {
  group: 'house',
  words: ['恢复测试最长用时', 'A restore test takes at most'],
  unit: ['分钟', 'min'],
  default: 240,
  least: 1,
  most: 10_080,
})

export const restoreScratchFolder = textSetting('restore-scratch-folder', {
  group: 'house',
  words: ['恢复测试的临时目录', 'Where copies are restored for a test'],
  hint: [
    '须有足够空间放下最大的一份备份;不填则用系统临时目录。',
    'It must have room for the largest copy; empty, it is the system’s own place for such things.',
  ],
  default: '',
  read: (text) =>
    text === '' || /^(\/|[A-Za-z]:[\\/])/.test(text)
      ? { value: text }
      : { wrong: ['须是绝对路径。', 'This must be an absolute path.'] },
})

export const restoreSettings: readonly Setting[] = [restoreLimitMinutes, restoreScratchFolder]
