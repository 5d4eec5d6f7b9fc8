import { wordsFor } from '../../../record/record.ts'
import { pack } from './pack.record.ts'

export const verificationWords = {
  yes: ['已核对原文', 'Read at the source'],
  partly: ['部分核对', 'Partly'],
  no: ['未核对', 'Not verified'],
} as const

export const packWords = wordsFor(pack, {
  name: ['外部要求', 'Law or standard'],
  plural: ['外部要求', 'Laws and standards'],
  empty: [
    '法规和标准随产品提供,服务启动后列在这里。',
    'Laws and standards come with the product and stand here once it runs.',
  ],
  fields: {
    code: ['代码', 'Code'],
    title: ['名称', 'Name'],
    titleEn: ['英文名称', 'English name'],
    binding: ['效力', 'Binding'],
    appliesTo: ['适用于', 'Applies to'],
    appliesToEn: ['英文适用范围', 'Applies to (English)'],
    source: ['来源', 'Source'],
    verified: ['核对情况', 'Verified'],
    verifiedOn: ['核对日期', 'Verified on'],
    reason: ['启用或停用的理由', 'Why'],
  },
  states: { off: ['未启用', 'Off'], on: ['已启用', 'On'] },
  verbs: { 'switch-on': ['启用', 'Switch on'], 'switch-off': ['停用', 'Switch off'] },
  choices: {
    binding: {
      law: ['法律', 'Law'],
      rule: ['监管规定', 'Rule'],
      recommended: ['推荐标准', 'Recommended'],
      internal: ['内部要求', 'Internal'],
    },
    verified: verificationWords,
  },
})
