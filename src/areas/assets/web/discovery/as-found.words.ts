import type { Words } from '../../../../record/words.ts'

export const asFoundWords = {
  title: ['发现与软件', 'As found, and its software'],
  seen: ['最后出现', 'Last heard of'],
  none: ['还不知道装了什么。', 'What is installed is not known yet.'],
  all: ['查看全部软件', 'All that is installed'],
  bring: ['导入 CycloneDX', 'Bring in CycloneDX'],
  waiting: (n: number): Words => [`${n} 处与登记不同,待决定`, `${n} differ from the register`],
} as const

export const filedWords = (added: number, gone: number): Words => [
  `新增 ${added} 项,移除 ${gone} 项`,
  `${added} added, ${gone} gone`,
]
