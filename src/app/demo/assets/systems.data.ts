import type { Thing } from './thing.ts'

const vm = (
  n: number,
  key: string,
  name: string,
  cores: number,
  memory: number,
  disk: number,
  host: string,
): Thing => ({
  ...{ key, name, host: key },
  of: 'vm',
  age: 20 + (n % 12),
  owner: 'engineer',
  classification: 'internal',
  address: `10.${host.startsWith('dr') ? 20 : 10}.40.${10 + n}`,
  custom: { cores, memory, disk, system: n % 3 ? '麒麟 V10 SP3' : 'Windows Server 2019' },
  runsOn: [host],
})

const guests = [
  ...[
    'oa-vm|办公系统应用',
    'oa-db-vm|办公系统数据库',
    'fin-vm|财务系统应用',
    'fin-db-vm|财务系统数据库',
    'hr-vm|人事系统',
    'crm-vm|客户管理系统',
  ],
  ...['portal-vm|官网', 'wiki-vm|知识库', 'git-vm|代码库', 'ci-vm|构建服务', 'mon-vm|监控平台', 'log-vm|日志平台'],
  ...[
    'av-vm|防病毒管理',
    'patch-vm|补丁管理',
    'vpn-vm|远程接入',
    'dns-1-vm|域名解析 1',
    'dns-2-vm|域名解析 2',
    'ntp-vm|时间同步',
  ],
  ...[
    'bak-vm|备份管理',
    'print-vm|打印服务',
    'call-vm|电话系统',
    'rec-vm|录音系统',
    'face-vm|门禁管理',
    'audit-vm|审计取数',
  ],
  ...[
    'bi-vm|经营分析',
    'quote-vm|历史行情',
    'test-1-vm|测试环境 1',
    'test-2-vm|测试环境 2',
    'test-db-vm|测试数据库',
    'train-vm|培训环境',
  ],
  ...['dr-oa-vm|灾备办公系统', 'dr-mon-vm|灾备监控', 'dr-dns-vm|灾备域名解析', 'dr-file-vm|灾备文件'],
] as const

export const vms: readonly Thing[] = guests.map((text, i) => {
  const [key = '', name = ''] = text.split('|')
  const host = key.startsWith('dr-') ? `dr-vm-${1 + (i % 2)}` : `vmhost-${1 + (i % 6)}`
  return vm(
    i,
    key,
    `${name}虚拟机`,
    [4, 8, 2][i % 3] as number,
    [16, 32, 8][i % 3] as number,
    [200, 500, 100][i % 3] as number,
    host,
  )
})

const database = (
  key: string,
  name: string,
  version: string,
  size: number,
  runsOn: string[],
  more: Partial<Thing> = {},
): Thing => ({
  ...{ key, name, runsOn },
  of: 'database',
  age: 25,
  owner: 'engineer',
  classification: 'secret',
  custom: { version, size, deployment: 'single' },
  ...more,
})

export const databases: readonly Thing[] = [
  database('trd-db', '交易数据库', 'Oracle 19c', 1_860, ['db-trd-1'], {
    backedUpBy: ['trd-db-s', 'trd-db-dr'],
    connectsTo: ['san-1'],
    custom: { version: 'Oracle 19c', size: 1_860, deployment: 'pair' },
  }),
  database('trd-db-s', '交易数据库(备)', 'Oracle 19c', 1_860, ['db-trd-2'], { connectsTo: ['san-1'] }),
  database('trd-db-dr', '交易数据库(灾备)', 'Oracle 19c', 1_860, ['db-dr-1'], { connectsTo: ['san-sh', 'line-dr'] }),
  database('set-db', '结算数据库', 'Oracle 19c', 920, ['db-set-1'], {
    backedUpBy: ['set-db-s', 'set-db-dr'],
    connectsTo: ['san-1'],
    custom: { version: 'Oracle 19c', size: 920, deployment: 'pair' },
  }),
  database('set-db-s', '结算数据库(备)', 'Oracle 19c', 920, ['db-set-2'], { connectsTo: ['san-1'] }),
  database('set-db-dr', '结算数据库(灾备)', 'Oracle 19c', 920, ['db-dr-2'], { connectsTo: ['san-sh', 'line-dr'] }),
  database('rpt-db', '报表数据库', 'openGauss 5.0', 640, ['db-rpt'], { classification: 'sensitive' }),
  database('prac-database', '模拟交易数据库', 'PostgreSQL 18', 12, ['prac-db'], {
    classification: 'internal',
    components: ['database'],
  }),
  database('oa-db', '办公系统数据库', 'MySQL 8.0', 86, ['oa-db-vm'], {
    classification: 'internal',
    connectsTo: ['san-2'],
  }),
  database('fin-db', '财务系统数据库', 'SQL Server 2019', 148, ['fin-db-vm'], {
    classification: 'sensitive',
    connectsTo: ['san-2'],
  }),
  database('hist-db', '历史行情数据库', 'ClickHouse 24.3', 2_340, ['quote-vm'], { classification: 'internal' }),
  database('test-db', '测试数据库', 'Oracle 19c', 210, ['test-db-vm'], { classification: 'internal' }),
]

type Made = readonly [key: string, name: string, version: string, cost: number, runsOn: string[], more?: Partial<Thing>]

const trading: readonly Made[] = [
  [
    'trd-sys',
    '黄金会员交易系统',
    'V6.2.4',
    1_680_000,
    ['trd-front-1', 'trd-front-2'],
    { connectsTo: ['trd-db', 'gw-sys', 'risk-sys'] },
  ],
  ['gw-sys', '报单网关', 'V6.2.1', 320_000, ['trd-gw-1', 'trd-gw-2'], { connectsTo: ['line-main', 'line-backup'] }],
  [
    'quote-sys',
    '行情接收与转发',
    'V5.8.0',
    260_000,
    ['trd-quote-1', 'trd-quote-2'],
    { connectsTo: ['line-main', 'line-backup'] },
  ],
  [
    'risk-sys',
    '风险控制与强平',
    'V6.1.9',
    480_000,
    ['trd-risk-1', 'trd-risk-2'],
    { connectsTo: ['trd-db', 'quote-sys'] },
  ],
  ['query-sys', '交易查询', 'V6.2.4', 120_000, ['trd-query'], { connectsTo: ['trd-db'] }],
  ['adapter-sys', '交易所接口', 'V3.4.2', 180_000, ['trd-adapter'], { connectsTo: ['line-main', 'gw-sys'] }],
  ['set-sys', '结算系统', 'V6.0.7', 860_000, ['set-app-1', 'set-app-2'], { connectsTo: ['set-db'] }],
  ['bank-sys', '银行转账', 'V4.3.3', 380_000, ['bank-app-1', 'bank-app-2'], { connectsTo: ['set-db', 'line-bank'] }],
  [
    'cli-sys',
    '客户终端接入',
    'V6.2.0',
    290_000,
    ['cli-app-1', 'cli-app-2'],
    { connectsTo: ['trd-sys', 'lb-1', 'line-net-1', 'line-net-2'] },
  ],
  ['open-sys', '网上开户', 'V2.7.5', 240_000, ['open-app'], { connectsTo: ['set-db', 'line-net-1'] }],
  ['sms-sys', '短信平台', 'V3.1.0', 58_000, ['sms-app'], { connectsTo: ['line-net-2'] }],
  ['xchg-sys', '数据交换平台', 'V2.2.8', 160_000, ['xchg-app'], { connectsTo: ['set-db', 'rpt-db'] }],
  ['report-sys', '监管报送', 'V1.9.6', 120_000, ['report-app'], { connectsTo: ['rpt-db'] }],
  [
    'practice',
    '黄金会员模拟交易平台',
    '1.0.0',
    0,
    ['prac-app'],
    {
      connectsTo: ['prac-database'],
      classification: 'internal',
      components: ['quote-feed', 'trading-front', 'order-gateway', 'risk-control', 'bank-link', 'settlement'],
    },
  ],
]

const office: readonly Made[] = [
  ['oa-sys', '办公自动化系统', 'V8.1', 268_000, ['oa-vm', 'oa-1'], { connectsTo: ['oa-db'] }],
  ['mail-sys', '邮件系统', 'V6.0.5', 86_000, ['mail-1'], { connectsTo: ['line-net-1'] }],
  ['fin-sys', '财务核算系统', 'V6.5', 320_000, ['fin-vm'], { connectsTo: ['fin-db'] }],
  ['hr-sys', '人事管理系统', 'V3.2', 98_000, ['hr-vm'], { connectsTo: ['oa-db'] }],
  ['crm-sys', '客户管理系统', 'V4.0', 180_000, ['crm-vm'], { connectsTo: ['rpt-db'] }],
  ['ad-sys', '统一身份目录', '2016', 0, ['ad-1', 'ad-2']],
  ['file-sys', '文件共享', 'V2.4', 0, ['file-1'], { connectsTo: ['san-2'] }],
  ['bi-sys', '经营分析', 'V5.3', 150_000, ['bi-vm'], { connectsTo: ['rpt-db'] }],
  ['portal-sys', '公司官网', '2025', 46_000, ['portal-vm'], { connectsTo: ['line-net-1'] }],
  ['call-sys', '电话与录音系统', 'V7.2', 210_000, ['call-vm', 'rec-vm']],
  ['wiki-sys', '知识库', '7.19', 0, ['wiki-vm']],
]

const tools: readonly Made[] = [
  ['mon-sys', '监控平台', '7.0', 0, ['mon-vm']],
  ['log-sys', '日志平台', '8.14', 0, ['log-vm']],
  ['av-sys', '防病毒系统', '10.5', 68_000, ['av-vm']],
  ['patch-sys', '补丁管理', '2.1', 32_000, ['patch-vm']],
  ['vpn-sys', '远程接入', '9.1', 54_000, ['vpn-vm'], { connectsTo: ['fw-1', 'line-net-1'] }],
  ['bak-sys', '备份软件', '12.3', 128_000, ['bak-vm'], { connectsTo: ['bak-1', 'tape-1'] }],
  ['git-sys', '代码与构建平台', '17.2', 0, ['git-vm', 'ci-vm']],
  [
    'virt-sys',
    '虚拟化平台',
    '8.6',
    240_000,
    ['vmhost-1', 'vmhost-2', 'vmhost-3', 'vmhost-4', 'vmhost-5', 'vmhost-6'],
    { connectsTo: ['san-2'] },
  ],
  ['dns-sys', '域名与时间服务', '9.18', 0, ['dns-1-vm', 'dns-2-vm', 'ntp-vm'], { connectsTo: ['clock-1'] }],
]

export const software: readonly Thing[] = (
  [
    [trading, 25, 'sensitive'],
    [office, 46, 'internal'],
    [tools, 34, 'internal'],
  ] as const
).flatMap(([systems, age, classification]) =>
  systems.map(
    ([key, name, version, cost, runsOn, more]): Thing => ({
      ...{ key, name, runsOn, age, classification },
      of: 'software',
      ...(cost > 0 && { cost }),
      supplier: systems === trading ? 'platform' : 'integrator',
      owner: systems === trading ? 'manager' : 'engineer',
      custom: { version, deployment: runsOn.length > 2 ? 'cluster' : runsOn.length > 1 ? 'pair' : 'single' },
      ...more,
    }),
  ),
)
