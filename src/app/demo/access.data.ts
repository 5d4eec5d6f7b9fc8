import type { Login } from './people.ts'

type Post = 'duty-operator' | 'duty-checker' | 'system-engineer' | 'it-manager'
const all: readonly Post[] = ['duty-operator', 'duty-checker', 'system-engineer', 'it-manager']

export interface DemoRight {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly privileged?: boolean
  /** Whose post needs it. */
  readonly posts: readonly Post[]
  /** Who has it. */
  readonly held: readonly Login[]
}

export interface DemoSystem {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly owner: Login
  readonly components: readonly string[]
  readonly important: boolean
  readonly accountsFrom: 'csv' | 'directory' | 'agent'
  readonly rights: readonly DemoRight[]
}

const right = (
  code: string,
  name: string,
  nameEn: string,
  posts: readonly Post[],
  held: readonly Login[],
  privileged = false,
): DemoRight => ({ code, name, nameEn, posts, held, privileged })

/** Six systems, what they let people do, and who has what by their post, or for a year beyond it. */
export const demoSystems: readonly DemoSystem[] = [
  {
    ...{ code: 'trading-front', name: '交易前端', nameEn: 'Trading front', owner: 'business', important: true },
    ...{ components: ['order-gateway'], accountsFrom: 'csv' },
    rights: [
      right('TF_VIEW', '行情与委托查询', 'See quotes and orders', all, [
        'operator',
        'checker',
        'engineer',
        'manager',
        'director',
      ]),
      right('TF_OPERATE', '启停与接管', 'Start, stop and take over', ['duty-operator'], ['operator', 'engineer']),
      right('TF_PARAM', '交易参数维护', 'Set trading parameters', ['it-manager'], ['manager'], true),
    ],
  },
  {
    ...{ code: 'settlement', name: '清算系统', nameEn: 'Settlement', owner: 'business', important: true },
    ...{ components: ['settlement'], accountsFrom: 'csv' },
    rights: [
      right('ST_RUN', '清算执行', 'Run settlement', ['duty-operator'], ['operator', 'engineer']),
      right('ST_CHECK', '清算复核', 'Check settlement', ['duty-checker'], ['checker', 'manager']),
      right('ST_VIEW', '结算单查询', 'See statements', ['it-manager'], ['manager', 'auditor', 'director']),
    ],
  },
  {
    ...{ code: 'bank-link', name: '银行转账', nameEn: 'Bank transfers', owner: 'director', important: true },
    ...{ components: ['bank-link'], accountsFrom: 'csv' },
    rights: [
      right('BL_ENTER', '转账录入', 'Enter transfers', ['duty-operator'], ['operator', 'engineer']),
      right('BL_RELEASE', '转账复核放行', 'Release transfers', ['duty-checker'], ['checker', 'manager']),
      right('BL_VIEW', '流水查询', 'See transfers', ['it-manager'], ['manager', 'business']),
    ],
  },
  {
    ...{ code: 'database', name: '核心数据库', nameEn: 'Core database', owner: 'admin', important: true },
    ...{ components: ['database'], accountsFrom: 'agent' },
    rights: [
      right('DB_READ', '只读查询', 'Read only', ['system-engineer', 'it-manager'], ['engineer', 'manager']),
      right('DB_ADMIN', '数据库管理', 'Administer the database', [], [], true),
    ],
  },
  {
    ...{ code: 'domain', name: '域账号', nameEn: 'Domain directory', owner: 'director', important: true },
    ...{ components: [], accountsFrom: 'directory' },
    rights: [
      right('Domain Users', '域用户', 'Domain user', all, [
        ...(['operator', 'checker', 'engineer', 'manager'] as const),
        ...(['business', 'auditor', 'director', 'admin'] as const),
      ]),
      right('Domain Admins', '域管理员', 'Domain administrator', ['system-engineer'], ['engineer'], true),
    ],
  },
  {
    ...{ code: 'touchstone', name: '点金石', nameEn: 'Touchstone', owner: 'director', important: false },
    ...{ components: [], accountsFrom: 'agent' },
    rights: [
      right('operator', '值班员', 'Operator', ['duty-operator'], ['operator']),
      right('checker', '复核员', 'Checker', ['duty-checker'], ['checker']),
      right('engineer', '工程师', 'Engineer', ['system-engineer'], ['engineer']),
      right('manager', '经理', 'Manager', ['it-manager'], ['manager'], true),
      right('business', '业务人员', 'Business', [], ['business', 'director']),
      right('auditor', '审计员', 'Auditor', [], ['auditor']),
      right('admin', '管理员', 'Administrator', [], ['admin'], true),
    ],
  },
]

interface DemoSeparation {
  readonly title: string
  readonly titleEn: string
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly reason: string
  readonly severity: 'high' | 'medium' | 'low'
}

/** What nobody holds together, by the codes of rights. */
export const demoSeparations: readonly DemoSeparation[] = [
  {
    ...{ title: '清算执行与复核分离', titleEn: 'Settlement is run by one and checked by another', severity: 'high' },
    ...{ first: ['ST_RUN'], second: ['ST_CHECK'], reason: '一人既执行又复核清算,差错和舞弊都无人发现。' },
  },
  {
    ...{
      title: '转账录入与放行分离',
      titleEn: 'Transfers are entered by one and released by another',
      severity: 'high',
    },
    ...{ first: ['BL_ENTER'], second: ['BL_RELEASE'], reason: '一人可以独自把客户资金转出。' },
  },
  {
    ...{ title: '交易参数与数据库管理分离', titleEn: 'Parameters and the database stay apart', severity: 'medium' },
    ...{ first: ['TF_PARAM'], second: ['DB_ADMIN'], reason: '改参数的人同时能改数据库记录,无从核对。' },
  },
]
