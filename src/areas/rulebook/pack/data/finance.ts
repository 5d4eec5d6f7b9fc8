import { type PackData, points } from '../pack.rules.ts'

const notBound = {
  appliesTo: '证券、期货、基金经营机构;仅为黄金会员的,作为良好做法参考',
  appliesToEn: 'Securities, futures and fund firms; good practice for a firm that is a gold member only',
}

export const csrc218: PackData = {
  ...{
    code: 'CSRC-218',
    title: '证券期货业网络和信息安全管理办法',
    titleEn: 'CSRC decree 218 on network and information security',
  },
  binding: 'rule',
  ...notBound,
  source: '证监会令第 218 号,2023-05-01 起施行;第五至三十五条未逐条核对',
  ...{ verified: 'partly', verifiedOn: null },
  points: [
    ...points(
      { from: '2023-05-01', verified: 'yes' },
      ['2', '适用的机构', 'Whom it binds'],
      ['3', '安全与发展并重', 'Safety goes with development', 'G-02'],
      ['4', '责任不因外包而转移', 'Duty is not moved to vendors', 'D-07 C-08'],
    ),
    ...points(
      { from: '2023-05-01', verified: 'partly' },
      ['36', '应急预案', 'Emergency plans', 'O-13'],
      ['37', '应急演练', 'Drills', 'O-14'],
      ['38', '事件报告', 'Reporting of incidents', 'O-15 S-19'],
      ['39', '服务商协助处置', 'Vendors help', 'O-16 S-19'],
      [
        '压力测试',
        '每年至少一次压力测试,报告至少保存五年',
        'A stress test a year; its report kept for five',
        'O-06 O-18',
      ],
      ['容量', '系统容量不低于历史峰值两倍', 'Capacity of twice the historic peak', 'O-06 O-18'],
    ),
    ...points(
      { from: '2023-05-01', verified: 'no' },
      ['安全运行', '安全运行一章', 'The chapter on secure running', 'O-04 O-05 B-01…B-06 C-01…C-13'],
      ['个人信息', '投资者个人信息保护一章', "The chapter on investors' personal data"],
    ),
  ],
}

const chapter = (n: number, zh: string, en: string, controls: string) => [`4.${n}`, zh, en, controls] as const

export const jrt0099: PackData = {
  ...{
    code: 'JRT-0099',
    title: 'JR/T 0099—2012 证券期货业信息系统运维管理规范',
    titleEn: 'JR/T 0099-2012 running of information systems',
  },
  binding: 'recommended',
  ...notBound,
  source: 'JR/T 0099—2012,2013-01-31 起实施;第五、六章小节编号未见原文',
  ...{ verified: 'partly', verifiedOn: null },
  points: [
    ...points(
      { from: '2013-01-31', verified: 'yes', parent: '4' },
      chapter(1, '组织', 'Organisation', 'G-02 G-04'),
      chapter(2, '经费', 'Money', 'G-13'),
      chapter(3, '制度与流程', 'Rules and flow', 'G-02'),
      chapter(4, '文档', 'Documents', 'P-14'),
      chapter(5, '设备与软件', 'Kit and software', 'A-01'),
      chapter(6, '供应商', 'Suppliers', 'D-07'),
      chapter(7, '关联单位', 'Related units', 'D-07'),
    ),
    ...points({ from: '2013-01-31', verified: 'partly', parent: '4' }, chapter(8, '检查', 'Inspection', 'G-10')),
    ...points(
      { from: '2013-01-31', verified: 'partly', parent: '5' },
      ['5.?值班', '值班', 'Duty', 'O-01…O-03'],
      ['5.?日常', '日常操作', 'Daily operation', 'O-01 O-02 O-11'],
      ['5.?监控', '监控', 'Monitoring', 'O-04 O-05'],
      ['5.?数据', '数据与介质', 'Data and media', 'B-01…B-07'],
      ['5.?机房', '机房', 'Machine room', 'O-07'],
      ['5.?网络', '网络与系统', 'Network and systems', 'O-06 O-08'],
      ['5.?安全', '安全', 'Security', 'S-*'],
      ['5.?事件', '事件与问题', 'Incidents and problems', 'V-10 V-11 O-12'],
    ),
    ...points(
      { from: '2013-01-31', verified: 'partly', parent: '6' },
      ['6.?交付', '交付', 'Delivery', 'P-12…P-14'],
      ['6.?测试', '测试', 'Testing', 'P-11'],
      ['6.?变更', '变更', 'Change', 'C-01…C-13'],
      ['6.?配置', '配置', 'Configuration', 'P-12'],
    ),
    ...points(
      { from: '2013-01-31', verified: 'partly', parent: '7' },
      ['7.1', '应急准备', 'Emergency preparation', 'O-13 O-14'],
      ['7.2', '应急处置与预警', 'Handling and warning', 'O-15'],
    ),
  ],
}

export const jrt0059: PackData = {
  ...{
    code: 'JRT-0059',
    title: 'JR/T 0059—2024 证券期货经营机构信息系统备份能力规范',
    titleEn: 'JR/T 0059-2024 backup ability',
  },
  binding: 'recommended',
  ...notBound,
  source: 'JR/T 0059—2024,2024-12-24 发布并实施;等级表未见原文',
  ...{ verified: 'partly', verifiedOn: null },
  points: [
    ...points(
      { from: '2024-12-24', verified: 'partly' },
      ['分类', '系统分类与备份等级', 'Classes of systems and grades of backup', 'B-01'],
      ['建设', '备份能力建设', 'Building backup ability', 'B-01 B-05 O-06'],
      ['管理', '备份能力管理', 'Managing it', 'B-02…B-04 B-06'],
    ),
    ...points(
      { from: '2011-01-01', to: '2024-12-23', verified: 'partly' },
      ['2010 数据备份', '数据备份能力', 'Data backup', 'B-01…B-03'],
      ['2010 故障应对', '故障应对能力', 'Ability to meet faults', 'O-06'],
      ['2010 灾难应对', '灾难应对能力', 'Ability to meet a disaster', 'B-06 O-14'],
      ['2010 重大灾难', '重大灾难应对能力', 'Ability to meet a major disaster', 'B-06 O-14'],
    ),
  ],
}
