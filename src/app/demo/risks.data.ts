import type { categories, treatments } from '../../areas/security/risk/risk.rules.ts'

const step = (name: string, nameEn: string, means: string, meansEn: string) => ({ name, nameEn, means, meansEn })

export const matrixData = {
  title: '信息技术风险矩阵',
  titleEn: 'Matrix of IT risk',
  reason: '依据《风险与漏洞管理办法》第 1.1 条,五级可能性、五级影响、四级风险。',
  likelihoods: [
    step('罕见', 'Rare', '十年内不会多于一次', 'No more than once in ten years'),
    step('少见', 'Unlikely', '三到十年一次', 'Once in three to ten years'),
    step('可能', 'Possible', '一到三年一次', 'Once in one to three years'),
    step('较多', 'Likely', '每年一次或更多', 'Once a year or more'),
    step('频繁', 'Frequent', '每季度一次或更多', 'Once a quarter or more'),
  ],
  impacts: [
    step('轻微', 'Minor', '不影响业务', 'No effect on the business'),
    step('一般', 'Limited', '部分办公受影响,不影响交易', 'Some offices, no trading'),
    step('较大', 'Serious', '交易受影响不超过五分钟', 'Trading is affected for up to five minutes'),
    step('重大', 'Major', '交易中断五到三十分钟', 'Trading stops for five to thirty minutes'),
    step('特别重大', 'Severe', '交易中断三十分钟以上或客户资料泄露', 'Trading stops for longer, or client data leaks'),
  ],
  grid: [
    { levels: [1, 1, 1, 2, 2] },
    { levels: [1, 1, 2, 2, 3] },
    { levels: [1, 2, 2, 3, 4] },
    { levels: [2, 2, 3, 4, 4] },
    { levels: [2, 3, 3, 4, 4] },
  ],
} as const

export const levelsData = [
  step('低风险', 'Low', '按日常办法管理', 'Managed day by day'),
  step('中风险', 'Medium', '写明措施和期限', 'With measures and a date'),
  step('高风险', 'High', '优先处置;只能由总经理接受', 'Treated first; accepted by the general manager alone'),
  step('极高风险', 'Extreme', '立即处置;只能由总经理接受', 'Treated at once; accepted by the general manager alone'),
] as const

type Cell = readonly [likelihood: number, impact: number]

export interface DemoRisk {
  readonly title: string
  readonly category: (typeof categories)[number]
  readonly description: string
  readonly owner: 'engineer' | 'manager' | 'operator' | 'checker'
  readonly component?: string
  readonly controls: readonly string[]
  readonly rated?: readonly [inherent: Cell, current: Cell, residual: Cell]
  readonly treated?: readonly [how: (typeof treatments)[number], plan: string, daysAhead: number]
  /** Done: looked at again so many days from today. */
  readonly reviewIn?: number
  readonly closed?: string
}

/** The firm's risks, from what was seen first to what was seen last. */
export const demoRisks: readonly DemoRisk[] = [
  {
    ...{ title: '市电中断', category: 'operations', owner: 'engineer', component: 'ups-1', controls: ['A-13'] },
    description: '市电中断超过 UPS 支撑时间,机房全部停机。',
    ...{
      rated: [
        [3, 5],
        [2, 4],
        [1, 4],
      ],
      treated: ['reduce', '签订应急发电车协议,每季度放电测试。', 40],
      reviewIn: 20,
    },
  },
  {
    ...{ title: '交易专线中断', category: 'technology', owner: 'engineer', component: 'line-main', controls: ['O-05'] },
    description: '专线中断时手工切换备用线路,约需十分钟。',
    ...{
      rated: [
        [4, 4],
        [3, 4],
        [2, 3],
      ],
      treated: ['reduce', '路由改为自动切换,演练一次。', 25],
    },
  },
  {
    ...{ title: '交易平台只有一家厂商支持', category: 'supplier', owner: 'manager', component: 'trading-front' },
    description: '厂商停止支持旧版本或响应迟缓,故障久拖不决。',
    ...{
      controls: [],
      rated: [
        [3, 4],
        [3, 4],
        [2, 4],
      ],
    },
  },
  {
    ...{
      title: '备份无法恢复',
      category: 'operations',
      owner: 'checker',
      component: 'database',
      controls: ['B-03', 'B-04'],
    },
    description: '介质损坏或备份不完整,恢复时才发现。',
    ...{
      rated: [
        [3, 5],
        [2, 3],
        [1, 3],
      ],
      treated: ['reduce', '每日自动恢复测试。', 15],
      reviewIn: 60,
    },
  },
  {
    ...{
      title: '误操作交易前置',
      category: 'people',
      owner: 'operator',
      component: 'trading-front',
      controls: ['O-11'],
    },
    description: '值班人员在交易时段误停进程。',
    ...{
      rated: [
        [4, 4],
        [2, 4],
        [2, 4],
      ],
      treated: ['reduce', '双岗复核,界面加交易时段提示。', 10],
      reviewIn: 45,
    },
  },
  {
    ...{ title: '勒索软件', category: 'security', owner: 'engineer', controls: ['S-16', 'B-04'] },
    description: '办公终端中毒后蔓延到文件服务器。',
    ...{
      rated: [
        [4, 5],
        [3, 5],
        [2, 3],
      ],
      treated: ['reduce', '终端分区隔离,离线备份一份。', 30],
    },
  },
  {
    ...{ title: '核心交换机版本停止支持', category: 'technology', owner: 'engineer', component: 'core-switch' },
    description: '7.1 系列年底停止安全更新。',
    ...{
      controls: ['C-07'],
      rated: [
        [3, 4],
        [3, 3],
        [1, 3],
      ],
      treated: ['avoid', '休市日升级到厂商推荐版本。', -4],
    },
  },
  {
    ...{ title: '客户资料经邮件外泄', category: 'security', owner: 'manager', controls: ['S-08'] },
    description: '员工把客户资料发往外部邮箱。',
    ...{
      rated: [
        [3, 5],
        [2, 5],
        [1, 5],
      ],
      treated: ['transfer', '网络安全保险,邮件网关外发审批。', 50],
    },
  },
  {
    ...{ title: '机房空调单点', category: 'operations', owner: 'operator', controls: [] },
    description: '夏季一台空调停机时温度在一小时内超限。',
    rated: [
      [4, 3],
      [3, 3],
      [2, 2],
    ],
  },
  {
    ...{
      title: '结算程序随交易量变慢',
      category: 'technology',
      owner: 'engineer',
      component: 'settlement',
      controls: [],
    },
    description: '交易量翻倍时结算晚于报送时限。',
    rated: [
      [3, 3],
      [2, 3],
      [1, 2],
    ],
  },
  {
    ...{ title: '关键岗位只有一人', category: 'people', owner: 'manager', controls: ['G-04'] },
    description: '系统工程师休假或离职时无人能处理网关故障。',
    ...{
      rated: [
        [4, 3],
        [3, 3],
        [2, 2],
      ],
      treated: ['reduce', '培养一名后备,文档补齐。', 75],
    },
  },
  {
    ...{ title: '测试环境使用真实数据', category: 'compliance', owner: 'checker', controls: [] },
    description: '测试库里有未脱敏的客户资料。',
    ...{
      rated: [
        [3, 4],
        [1, 2],
        [1, 1],
      ],
      closed: '测试库已改用脱敏数据,经抽查确认。',
    },
  },
  {
    ...{ title: '打印机固件陈旧', category: 'security', owner: 'operator', controls: [] },
    description: '打印机管理界面有已知弱点,只在办公网可达。',
    rated: [
      [3, 2],
      [2, 1],
      [1, 1],
    ],
  },
  {
    ...{ title: '时钟源不可用', category: 'technology', owner: 'engineer', controls: [] },
    description: '授时服务器失效后各系统时间渐渐偏离。',
  },
]

/** Weaknesses as the scanner calls them: severity as it says, on which of the machines, and in which of the two scans. */
export const weaknesses: readonly (readonly [
  ref: string,
  title: string,
  severity: '严重' | '高危' | '中危' | '低危' | '信息',
  machine: number,
  scans: 'first' | 'both' | 'second',
])[] = [
  ['CVE-2024-6387', 'OpenSSH 远程代码执行(regreSSHion)', '严重', 0, 'both'],
  ['CVE-2024-6387', 'OpenSSH 远程代码执行(regreSSHion)', '严重', 1, 'first'],
  ['CVE-2023-4911', 'glibc 动态加载器缓冲区溢出', '高危', 0, 'both'],
  ['CVE-2023-4911', 'glibc 动态加载器缓冲区溢出', '高危', 2, 'first'],
  ['CVE-2024-1086', 'Linux 内核 nf_tables 本地提权', '高危', 1, 'first'],
  ['CVE-2024-1086', 'Linux 内核 nf_tables 本地提权', '高危', 3, 'second'],
  ['CVE-2023-38408', 'OpenSSH 代理转发远程执行', '高危', 2, 'first'],
  ['CVE-2022-3602', 'OpenSSL X.509 邮件地址溢出', '高危', 4, 'first'],
  ['CVE-2024-0727', 'OpenSSL PKCS12 拒绝服务', '中危', 0, 'both'],
  ['CVE-2024-0727', 'OpenSSL PKCS12 拒绝服务', '中危', 1, 'both'],
  ['CVE-2023-5363', 'OpenSSL 密钥长度处理不当', '中危', 2, 'both'],
  ['CVE-2023-44487', 'HTTP/2 快速重置拒绝服务', '高危', 5, 'second'],
  ['CVE-2023-44487', 'HTTP/2 快速重置拒绝服务', '高危', 6, 'second'],
  ['CVE-2024-3094', 'XZ Utils 后门', '高危', 5, 'second'],
  ['CVE-2023-48795', 'SSH 前缀截断(Terrapin)', '中危', 0, 'both'],
  ['CVE-2023-48795', 'SSH 前缀截断(Terrapin)', '中危', 1, 'both'],
  ['CVE-2023-48795', 'SSH 前缀截断(Terrapin)', '中危', 2, 'both'],
  ['CVE-2023-48795', 'SSH 前缀截断(Terrapin)', '中危', 3, 'both'],
  ['CVE-2021-4034', 'polkit pkexec 本地提权', '高危', 4, 'first'],
  ['CVE-2022-0847', 'Linux 内核 Dirty Pipe 提权', '高危', 5, 'first'],
  ['CVE-2023-2650', 'OpenSSL 对象标识符解析缓慢', '低危', 0, 'both'],
  ['CVE-2023-2650', 'OpenSSL 对象标识符解析缓慢', '低危', 3, 'both'],
  ['CVE-2022-40674', 'libexpat 释放后使用', '中危', 6, 'second'],
  ['CVE-2023-0286', 'OpenSSL X.400 类型混淆', '高危', 6, 'first'],
  ['CVE-2024-2961', 'glibc iconv 越界写', '高危', 1, 'second'],
  ['CVE-2023-6246', 'glibc syslog 堆溢出', '高危', 2, 'second'],
  ['CVE-2022-1271', 'gzip 任意文件写', '中危', 7, 'both'],
  ['CVE-2023-29491', 'ncurses 内存损坏', '中危', 7, 'both'],
  ['CVE-2019-1010022', 'glibc 栈保护绕过', '低危', 7, 'first'],
  ['CVE-2020-14145', 'OpenSSH 信息泄露', '低危', 4, 'both'],
  ['NESSUS-10287', '路由跟踪信息', '信息', 0, 'both'],
]
