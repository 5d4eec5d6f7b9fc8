import { wordsFor } from '../../../record/record.ts'
import { readingCampaign } from './reading-campaign.record.ts'

export const readingCampaignWords = wordsFor(readingCampaign, {
  name: ['阅读签字活动', 'Read-and-sign campaign'],
  plural: ['阅读签字活动', 'Read-and-sign campaigns'],
  empty: [
    '还没有阅读签字活动。在有效制度的页面发起,写明哪些人应当阅读并签字。',
    'No campaigns yet. Begin one on the page of a policy in effect, and say who reads and signs it.',
  ],
  fields: {
    policy: ['制度', 'Policy'],
    title: ['名称', 'Title'],
    titleEn: ['英文名称', 'English title'],
    owner: ['负责人', 'Owner'],
    everybody: ['全体人员', 'Everybody'],
    departments: ['部门(含下级)', 'Departments (with those below)'],
    posts: ['岗位', 'Posts'],
    roles: ['角色', 'Roles'],
    days: ['签字期限(天)', 'Days to sign'],
    openedOn: ['开始日期', 'Opened on'],
    dueOn: ['截止日期', 'Due on'],
    digest: ['内容摘要', 'Digest'],
    follows: ['前一次活动', 'Follows'],
    closeReason: ['结束原因', 'Why it was closed'],
  },
  states: {
    draft: ['草稿', 'Draft'],
    running: ['进行中', 'Running'],
    superseded: ['已被新版替代', 'Superseded'],
    closed: ['已结束', 'Closed'],
  },
  verbs: { open: ['开始', 'Open'], supersede: ['被新版替代', 'Supersede'], close: ['结束', 'Close'] },
  choices: {},
  acts: { late: ['有人逾期未签', 'Some are late'] },
})
