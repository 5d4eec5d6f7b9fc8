import { type PackData, type PointData, points } from '../pack.rules.ts'

type Family = readonly [y: number, zh: string, en: string, points: string, controls: string]

/** Families of level three, with their points in printed order; ids and titles alone, as the text of the points was not checked. */
const families: readonly Family[] = [
  [
    1,
    '安全物理环境',
    'Physical environment',
    '选址/Site 门禁/Access 防盗/Theft 防雷/Lightning 防火/Fire 防水/Water 防静电/Static 温湿度/Climate 电力/Power 电磁防护/Shielding',
    'O-07 A-13',
  ],
  [2, '安全通信网络', 'Communication network', '网络架构/Architecture 通信传输/Transmission 可信验证/Trust', 'O-06'],
  [
    3,
    '安全区域边界',
    'Boundary',
    '边界防护/Boundary 访问控制/Access 入侵防范/Intrusion 恶意代码和垃圾邮件/Malware 安全审计/Audit 可信验证/Trust',
    'S-17',
  ],
  [
    4,
    '安全计算环境',
    'Computing environment',
    '身份鉴别/Identity 访问控制/Access 安全审计/Audit 入侵防范/Intrusion 恶意代码/Malware 可信验证/Trust 数据完整性/Integrity 数据保密性/Confidentiality 备份恢复/Backup 剩余信息/Residue 个人信息/Privacy',
    'S-02 S-03 S-10 S-11 S-20 B-02 B-03 B-04 A-15',
  ],
  [
    5,
    '安全管理中心',
    'Management centre',
    '系统管理/System 审计管理/Audit 安全管理/Security 集中管控/Centre',
    'S-12 O-04 O-05 S-20',
  ],
  [
    6,
    '安全管理制度',
    'Rules',
    '安全策略/Strategy 管理制度/Rules 制定和发布/Issue 评审和修订/Review',
    'G-01 G-02 G-03 G-06 G-07 G-09',
  ],
  [
    7,
    '安全管理机构',
    'Bodies',
    '岗位设置/Posts 人员配备/Staffing 授权和审批/Approval 沟通和合作/Liaison 审核和检查/Checks',
    'G-04 G-05 G-10 G-11 C-03 V-13',
  ],
  [
    8,
    '安全管理人员',
    'People',
    '人员录用/Hiring 人员离岗/Leaving 教育和培训/Training 外部人员/Outsiders',
    'H-01 H-02 H-03 S-08 A-12 S-18',
  ],
  [
    9,
    '安全建设管理',
    'Building',
    '定级和备案/Grading 方案设计/Design 产品采购/Purchase 自行开发/Development 外包开发/Outsourcing 工程实施/Project 测试验收/Acceptance 系统交付/Delivery 等级测评/Assessment 服务商选择/Suppliers',
    'P-01…P-15 A-04 A-05 A-06 D-07',
  ],
  [
    10,
    '安全运维管理',
    'Running',
    '环境/Environment 资产/Assets 介质/Media 设备维护/Maintenance 漏洞和风险/Vulnerabilities 网络和系统/Systems 恶意代码/Malware 配置/Configuration 密码/Cryptography 变更/Change 备份与恢复/Backup 事件处置/Incidents 应急预案/Plans 外包运维/Outsourcing',
    'A-01 A-13 A-15 S-13 S-16 S-17 C-01…C-13 B-01…B-05 S-19 O-13 O-14 D-07',
  ],
]

const pointsOf = ([y, zh, en, named, controls]: Family): PointData[] =>
  points(
    { from: '2019-12-01', verified: 'partly', parent: `8.1.${y} ${zh}` },
    ...named.split(' ').map((one, n) => {
      const [title = '', titleEn = ''] = one.split('/')
      return [`8.1.${y}.${n + 1}`, `${zh}:${title}`, `${en}: ${titleEn.toLowerCase()}`, controls] as const
    }),
  )

export const mlps: PackData = {
  code: 'MLPS-3',
  title: 'GB/T 22239—2019 网络安全等级保护基本要求(第三级,通用)',
  titleEn: 'GB/T 22239-2019 graded protection, level 3, general',
  binding: 'recommended',
  appliesTo: '定为第三级的网络和信息系统',
  appliesToEn: 'Networks and systems graded at level 3',
  source: 'GB/T 22239—2019,2019-12-01 起实施;条款内容未逐条核对',
  ...{ verified: 'partly', verifiedOn: null },
  points: families.flatMap(pointsOf),
}
