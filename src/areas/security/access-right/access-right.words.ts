import { wordsFor } from '../../../record/record.ts'
import { accessRight } from './access-right.record.ts'

export const accessRightWords = wordsFor(accessRight, {
  name: ['权限', 'Right'],
  plural: ['权限', 'Rights'],
  empty: [
    '还没有权限。按系统登记其中的每项权限,代码与系统账号清单一致,并写明哪些岗位需要。',
    'No rights yet. Register what each system lets people do, under the code its account list uses, and the posts that need it.',
  ],
  fields: {
    system: ['系统', 'System'],
    code: ['代码', 'Code'],
    name: ['名称', 'Name'],
    nameEn: ['英文名称', 'English name'],
    privileged: ['特权', 'Privileged'],
    posts: ['需要的岗位', 'Posts that need it'],
    note: ['说明', 'Note'],
  },
  states: { offered: ['可申请', 'Offered'], withdrawn: ['停止授予', 'Withdrawn'] },
  verbs: { withdraw: ['停止授予', 'Withdraw'], offer: ['重新开放', 'Offer again'] },
  choices: {},
})
