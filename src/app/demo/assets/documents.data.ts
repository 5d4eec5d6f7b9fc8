import { several, type Thing, two } from './thing.ts'

const papers = [
  ...[
    '交易系统部署手册',
    '交易系统维护手册',
    '交易系统应急处置手册',
    '结算系统操作手册',
    '银行转账接口说明',
    '网络拓扑图',
    '机房布线图',
    '机柜平面图',
  ],
  ...[
    'UPS 维护规程',
    '备份与恢复规程',
    '灾备切换手册',
    '交易所接入协议',
    '运营商线路合同',
    '系统账号清单',
    '应急联系人名册',
    '等级保护测评报告',
  ],
  ...['防火墙策略表', '数据库设计说明', '开户系统验收报告', '机房验收报告', '信息系统安全制度', '历年审计报告'],
] as const

export const documents: readonly Thing[] = several(papers.length, (n) => ({
  key: `doc-${two(n)}`,
  name: papers[n - 1] as string,
  of: 'document',
  at: 'BJ-AR-1',
  age: 6 + n,
  owner: n % 3 ? 'engineer' : 'manager',
  classification: n % 2 ? 'sensitive' : 'internal',
  custom: { version: `${1 + (n % 4)}.${n % 3}`, copies: 1 + (n % 2), medium: n % 3 ? 'paper' : 'file' },
}))
