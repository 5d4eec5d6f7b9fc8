import type { OrderStep } from '../../areas/service/offering/offering.record.ts'
import type { QuestionInput } from '../../areas/service/offering/question.rules.ts'
import type { PlannedTaskInput } from '../../areas/service/offering/task.rules.ts'
import type { ServiceCode } from './services.ts'

const step = (name: [string, string], who: OrderStep['who'], when: OrderStep['when'] = []): OrderStep => ({
  name,
  who,
  need: 'any',
  count: null,
  sign: false,
  escalateAfter: null,
  escalateTo: [{ is: 'role', code: 'manager' }],
  when,
})

const byOwner = step(['服务负责人', 'Service owner'], [{ is: 'field', field: 'owner' }])
const byManager = (when: OrderStep['when'] = []) =>
  step(['信息技术部负责人', 'Head of IT'], [{ is: 'role', code: 'manager' }], when)

interface Offered {
  readonly code: string
  readonly service: ServiceCode
  readonly title: string
  readonly titleEn: string
  readonly summary: string
  readonly summaryEn: string
  readonly form: readonly QuestionInput[]
  readonly approval: readonly OrderStep[]
  readonly tasks: readonly PlannedTaskInput[]
  readonly responseMinutes: number
  readonly fulfilMinutes: number
  readonly cost?: number
}

const reason: QuestionInput = {
  key: 'reason',
  label: '用途',
  labelEn: 'What for',
  kind: 'prose',
  required: true,
  maxLength: 500,
  help: '写明因何工作需要。',
  helpEn: 'Say for which work it is needed.',
}

const seat: QuestionInput = {
  key: 'seat',
  label: '工位',
  labelEn: 'Desk',
  kind: 'text',
  required: true,
  pattern: '[A-Z]-\\d{2}',
  help: '如 B-07。',
  helpEn: 'Such as B-07.',
}

/** What can be ordered of the firm's services. */
export const offerings: readonly Offered[] = [
  {
    code: 'new-account',
    service: 'accounts',
    title: '新员工账号',
    titleEn: 'Accounts for a new colleague',
    summary: '为新入职的同事开通域账号、邮箱和办公系统,可一并申请笔记本。',
    summaryEn: 'Domain account, mailbox and office systems for somebody who joins, with a laptop if needed.',
    form: [
      { key: 'name', label: '姓名', labelEn: 'Name', kind: 'text', required: true, maxLength: 40 },
      { key: 'department', label: '部门', labelEn: 'Department', kind: 'department', required: true },
      { key: 'starts', label: '入职日期', labelEn: 'First day', kind: 'date', required: true },
      {
        key: 'systems',
        label: '需要的系统',
        labelEn: 'Systems',
        kind: 'choices',
        required: true,
        choices: [
          { value: 'office', label: '办公系统', labelEn: 'Office suite' },
          { value: 'mail', label: '邮箱', labelEn: 'Mailbox' },
          { value: 'quotes', label: '行情终端', labelEn: 'Quote terminal' },
          { value: 'trading', label: '交易终端', labelEn: 'Trading terminal' },
        ],
        default: ['office', 'mail'],
      },
      {
        key: 'licence',
        label: '从业资格编号',
        labelEn: 'Licence number',
        kind: 'text',
        required: true,
        help: '交易终端只开给持有资格的人员。',
        helpEn: 'Trading terminals are for licensed staff only.',
        when: [{ field: 'systems', op: 'is', value: 'trading' }],
      },
      { key: 'laptop', label: '配笔记本', labelEn: 'With a laptop', kind: 'flag' },
      { ...seat, when: [{ field: 'laptop', op: 'is', value: false }] },
    ],
    approval: [byOwner, byManager([{ field: 'systems', op: 'is', value: 'trading' }])],
    tasks: [
      {
        key: 'account',
        title: '开通域账号',
        titleEn: 'Create the domain account',
        instructions: '按部门放入相应的组织单元;初始口令当面交付,首次登录须修改。',
      },
      {
        key: 'mailbox',
        title: '开通邮箱',
        titleEn: 'Create the mailbox',
        after: ['account'],
        when: [{ field: 'systems', op: 'is', value: 'mail' }],
      },
      {
        key: 'trading',
        title: '授予交易终端权限',
        titleEn: 'Grant the trading terminal',
        instructions: '核对从业资格编号后授权,授权单留档。',
        after: ['account'],
        when: [{ field: 'systems', op: 'is', value: 'trading' }],
      },
      {
        key: 'laptop',
        title: '配发笔记本',
        titleEn: 'Hand out a laptop',
        when: [{ field: 'laptop', op: 'is', value: true }],
      },
      { key: 'hand-over', title: '当面交付', titleEn: 'Hand over', after: ['mailbox', 'trading', 'laptop'] },
    ],
    responseMinutes: 60,
    fulfilMinutes: 960,
  },
  {
    code: 'permission',
    service: 'accounts',
    title: '权限开通',
    titleEn: 'Access to a system',
    summary: '申请业务系统的查询或操作权限,到期自动提醒复核。',
    summaryEn: 'Rights to look or to act in a business system, for as long as you need them.',
    form: [
      {
        key: 'system',
        label: '系统',
        labelEn: 'System',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'trading', label: '交易系统', labelEn: 'Trading' },
          { value: 'settlement', label: '结算系统', labelEn: 'Settlement' },
          { value: 'risk', label: '风控系统', labelEn: 'Risk control' },
          { value: 'report', label: '报表平台', labelEn: 'Reports' },
        ],
      },
      {
        key: 'level',
        label: '权限',
        labelEn: 'Rights',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'read', label: '查询', labelEn: 'Look' },
          { value: 'write', label: '操作', labelEn: 'Act' },
        ],
        default: 'read',
      },
      { key: 'until', label: '使用至', labelEn: 'Until', kind: 'date' },
      reason,
    ],
    approval: [byOwner, byManager([{ field: 'level', op: 'is', value: 'write' }])],
    tasks: [
      { key: 'grant', title: '授权', titleEn: 'Grant' },
      { key: 'check', title: '由另一人核对授权', titleEn: 'Have the grant checked by another', after: ['grant'] },
    ],
    responseMinutes: 60,
    fulfilMinutes: 480,
  },
  {
    code: 'terminal',
    service: 'terminals',
    title: '终端安装',
    titleEn: 'Workstation',
    summary: '新装或更换台式机、笔记本、显示器。',
    summaryEn: 'A new or another desktop, laptop or screen.',
    form: [
      {
        key: 'kind',
        label: '设备',
        labelEn: 'Device',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'desktop', label: '台式机', labelEn: 'Desktop' },
          { value: 'laptop', label: '笔记本', labelEn: 'Laptop' },
          { value: 'screen', label: '显示器', labelEn: 'Screen' },
        ],
      },
      { key: 'count', label: '数量', labelEn: 'How many', kind: 'number', required: true, min: 1, max: 20, default: 1 },
      seat,
      reason,
    ],
    approval: [byManager([{ field: 'count', op: 'at-least', value: 3 }])],
    tasks: [
      { key: 'prepare', title: '领用并预装', titleEn: 'Take from stock and prepare' },
      { key: 'install', title: '上门安装', titleEn: 'Install at the desk', after: ['prepare'] },
      { key: 'register', title: '登记资产', titleEn: 'Register the asset', after: ['prepare'] },
    ],
    responseMinutes: 120,
    fulfilMinutes: 1_440,
    cost: 6_500,
  },
  {
    code: 'software',
    service: 'terminals',
    title: '软件安装',
    titleEn: 'Software',
    summary: '安装常用软件;清单以外的须说明来源和许可。',
    summaryEn: 'Common software; for anything else say where it comes from and how it is licensed.',
    form: [
      {
        key: 'which',
        label: '软件',
        labelEn: 'Software',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'office', label: '办公套件', labelEn: 'Office suite' },
          { value: 'pdf', label: 'PDF 编辑', labelEn: 'PDF editor' },
          { value: 'stats', label: '统计分析', labelEn: 'Statistics' },
          { value: 'other', label: '其他', labelEn: 'Other' },
        ],
      },
      {
        key: 'name',
        label: '名称与版本',
        labelEn: 'Name and version',
        kind: 'text',
        required: true,
        when: [{ field: 'which', op: 'is', value: 'other' }],
      },
      {
        key: 'licence',
        label: '许可证明',
        labelEn: 'Proof of licence',
        kind: 'file',
        when: [{ field: 'which', op: 'is', value: 'other' }],
      },
      seat,
    ],
    approval: [
      step(
        ['服务负责人', 'Service owner'],
        [{ is: 'field', field: 'owner' }],
        [{ field: 'which', op: 'is', value: 'other' }],
      ),
    ],
    tasks: [
      {
        key: 'vet',
        title: '安全检查',
        titleEn: 'Security check',
        when: [{ field: 'which', op: 'is', value: 'other' }],
      },
      { key: 'install', title: '远程安装', titleEn: 'Install remotely', after: ['vet'] },
    ],
    responseMinutes: 60,
    fulfilMinutes: 480,
  },
  {
    code: 'vpn',
    service: 'network',
    title: 'VPN 远程接入',
    titleEn: 'Remote access (VPN)',
    summary: '在公司以外接入办公网;不得用于交易报单。',
    summaryEn: 'Reach the office network from outside. Not for entering orders.',
    form: [
      { key: 'from', label: '起', labelEn: 'From', kind: 'date', required: true },
      { key: 'until', label: '止', labelEn: 'Until', kind: 'date', required: true },
      {
        key: 'device',
        label: '使用的设备',
        labelEn: 'Device',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'own', label: '公司笔记本', labelEn: 'Company laptop' },
          { value: 'private', label: '自有设备', labelEn: 'Own device' },
        ],
      },
      reason,
      {
        key: 'agreed',
        label: '已阅读《远程接入安全须知》',
        labelEn: 'I have read the rules for remote access',
        kind: 'flag',
        required: true,
      },
    ],
    approval: [byManager([{ field: 'device', op: 'is', value: 'private' }])],
    tasks: [{ key: 'open', title: '开通并发放令牌', titleEn: 'Open and hand out the token' }],
    responseMinutes: 120,
    fulfilMinutes: 720,
  },
  {
    code: 'printer',
    service: 'terminals',
    title: '打印机',
    titleEn: 'Printer',
    summary: '连接打印机、申请彩色打印、报补耗材。',
    summaryEn: 'Connect a printer, print in colour, ask for toner.',
    form: [
      {
        key: 'what',
        label: '事项',
        labelEn: 'What',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'connect', label: '连接打印机', labelEn: 'Connect' },
          { value: 'colour', label: '彩色打印', labelEn: 'Colour' },
          { value: 'toner', label: '补耗材', labelEn: 'Toner' },
        ],
      },
      { key: 'floor', label: '楼层', labelEn: 'Floor', kind: 'number', required: true, min: 1, max: 30 },
    ],
    approval: [],
    tasks: [],
    responseMinutes: 60,
    fulfilMinutes: 240,
  },
  {
    code: 'data-export',
    service: 'accounts',
    title: '数据提取',
    titleEn: 'Data extract',
    summary: '从业务库提取数据;涉及客户信息或量大的须部门负责人同意。',
    summaryEn: 'Data out of a business database. With client data, or much of it, the head of IT agrees too.',
    form: [
      { key: 'what', label: '要什么数据', labelEn: 'Which data', kind: 'prose', required: true, maxLength: 1_000 },
      { key: 'rows', label: '估计行数', labelEn: 'About how many rows', kind: 'number', required: true, min: 1 },
      { key: 'clients', label: '含客户信息', labelEn: 'With client data', kind: 'flag' },
      {
        key: 'masked',
        label: '脱敏方式',
        labelEn: 'Masking',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'all', label: '全部脱敏', labelEn: 'All masked' },
          { value: 'part', label: '部分脱敏', labelEn: 'Partly masked' },
          { value: 'none', label: '不脱敏', labelEn: 'Not masked' },
        ],
        when: [{ field: 'clients', op: 'is', value: true }],
      },
      { key: 'needed', label: '需要日期', labelEn: 'Needed by', kind: 'date' },
      reason,
    ],
    approval: [
      byOwner,
      byManager([{ field: 'clients', op: 'is', value: true }]),
      step(
        ['大批量提取:信息技术部负责人', 'Large extract: head of IT'],
        [{ is: 'role', code: 'manager' }],
        [
          { field: 'clients', op: 'is', value: false },
          { field: 'rows', op: 'at-least', value: 100_000 },
        ],
      ),
    ],
    tasks: [
      { key: 'extract', title: '提取', titleEn: 'Extract' },
      {
        key: 'mask',
        title: '脱敏',
        titleEn: 'Mask',
        after: ['extract'],
        when: [{ field: 'masked', op: 'among', value: ['all', 'part'] }],
      },
      { key: 'check', title: '复核内容与范围', titleEn: 'Check content and scope', after: ['mask'] },
      { key: 'deliver', title: '加密交付', titleEn: 'Deliver encrypted', after: ['check'] },
    ],
    responseMinutes: 120,
    fulfilMinutes: 960,
  },
  {
    code: 'mail-group',
    service: 'mail',
    title: '邮件组',
    titleEn: 'Mail group',
    summary: '新建邮件组,或调整成员。',
    summaryEn: 'A new mail group, or other members of one.',
    form: [
      { key: 'address', label: '组地址', labelEn: 'Address', kind: 'text', required: true, pattern: '[a-z0-9.-]+' },
      { key: 'keeper', label: '管理人', labelEn: 'Keeper', kind: 'person', required: true },
      { key: 'outside', label: '允许外部来信', labelEn: 'Open to letters from outside', kind: 'flag' },
    ],
    approval: [
      step(
        ['服务负责人', 'Service owner'],
        [{ is: 'field', field: 'owner' }],
        [{ field: 'outside', op: 'is', value: true }],
      ),
    ],
    tasks: [{ key: 'make', title: '建立邮件组', titleEn: 'Make the group' }],
    responseMinutes: 120,
    fulfilMinutes: 480,
  },
  {
    code: 'quote-terminal',
    service: 'quotes',
    title: '行情终端开通',
    titleEn: 'Quote terminal',
    summary: '开通或延长行情终端授权。',
    summaryEn: 'Open a quote terminal, or keep one open longer.',
    form: [
      { key: 'months', label: '月数', labelEn: 'Months', kind: 'number', required: true, min: 1, max: 12, default: 3 },
      seat,
      reason,
    ],
    approval: [byOwner],
    tasks: [{ key: 'licence', title: '分配授权', titleEn: 'Assign the licence' }],
    responseMinutes: 60,
    fulfilMinutes: 480,
    cost: 1_200,
  },
  {
    code: 'room-access',
    service: 'network',
    title: '机房出入',
    titleEn: 'Entry to the machine room',
    summary: '外来人员进入机房作业;全程有人陪同,交易时段不安排。',
    summaryEn: 'Somebody from outside works in the machine room: accompanied, and never in trading hours.',
    form: [
      { key: 'who', label: '来访单位与人员', labelEn: 'Who comes', kind: 'text', required: true },
      { key: 'day', label: '日期', labelEn: 'Day', kind: 'date', required: true },
      { key: 'on', label: '涉及组件', labelEn: 'Component', kind: 'component' },
      { key: 'work', label: '作业内容', labelEn: 'Work', kind: 'prose', required: true, maxLength: 1_000 },
      { key: 'host', label: '陪同人', labelEn: 'Host', kind: 'person', required: true },
    ],
    approval: [byManager()],
    tasks: [
      { key: 'card', title: '发放临时门禁', titleEn: 'Hand out a visitor card' },
      { key: 'accompany', title: '陪同作业', titleEn: 'Accompany the work', after: ['card'] },
      { key: 'back', title: '收回门禁并登记', titleEn: 'Take the card back and record it', after: ['accompany'] },
    ],
    responseMinutes: 60,
    fulfilMinutes: 1_440,
  },
]
