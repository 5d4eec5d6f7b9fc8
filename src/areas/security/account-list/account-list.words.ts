import { wordsFor } from '../../../record/record.ts'
import { accountList } from './account-list.record.ts'

export const accountListWords = wordsFor(accountList, {
  name: ['账号清单', 'Account list'],
  plural: ['账号清单', 'Account lists'],
  empty: [
    '还没有账号清单。请在受控系统的页面导入从该系统导出的账号,或让程序上报。',
    'No lists yet. Bring one in on the page of a system, or have a program send it.',
  ],
  fields: {
    title: ['名称', 'Title'],
    system: ['系统', 'System'],
    takenAt: ['取得时间', 'Taken at'],
    sameAt: ['最近一次相同', 'Last the same at'],
    complete: ['完整清单', 'Complete'],
    source: ['来源', 'Read from'],
    broughtBy: ['提供人', 'Brought by'],
    digest: ['内容摘要', 'Digest'],
    accounts: ['账号数', 'Accounts'],
    came: ['新出现', 'Came'],
    changed: ['有变化', 'Changed'],
    went: ['已消失', 'Gone'],
  },
  states: { taken: ['已读取', 'Taken'] },
  verbs: {},
  choices: {
    source: {
      csv: ['导出的清单', 'An exported list'],
      directory: ['域目录', 'The directory'],
      agent: ['采集程序', 'An agent'],
      own: ['本系统', 'This product'],
    },
  },
})
