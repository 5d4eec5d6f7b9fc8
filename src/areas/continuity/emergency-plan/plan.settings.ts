import { textSetting } from '../../../record/setting.ts'

/** Where the set of plans is kept for when nothing else can be reached: a folder of the server, a share, a stick. */
export const printFolder = textSetting('plan-print-folder', {
  group: 'house',
  words: ['应急预案离线副本目录', 'Folder of the plans that are read without a network'],
  hint: [
    '服务器上的绝对路径,每晚写入可打印的网页;留空则不写。目录须已存在。',
    'An absolute path on the server, written every night as pages to print; empty: none. The folder must exist.',
  ],
  default: '',
  read: (text) =>
    text === '' || /^(\/|[A-Za-z]:[\\/])/.test(text)
      ? { value: text }
      : { wrong: ['须是绝对路径,或留空。', 'It must be an absolute path, or empty.'] },
})
