import type { RuleArea } from '../../areas/rulebook/areas.rules.ts'
import type { Login } from './people.ts'

/** When something happened: so many trading days before today, and the time of day. */
type At = readonly [ago: number, time: string]

/** A finding, and how far it has come. */
export interface PastFinding {
  readonly title: string
  readonly description: string
  readonly grade: 'major' | 'minor' | 'observation'
  readonly owner: Login
  readonly raised: At
  /** Of the item of this control (or, without one, of this clause) on the checklist of an audit; or of the audit as a whole. */
  readonly audit?: 'last' | 'this'
  readonly item?: string
  readonly control?: string
  readonly area?: RuleArea
  readonly answered?: { readonly at: At; readonly cause: string; readonly action: string; readonly days: number }
  readonly done?: { readonly at: At; readonly outcome: string; readonly file: string }
  readonly verified?: { readonly at: At; readonly how: string }
  readonly closed?: At
  /** After it came back by itself. */
  readonly again?: PastFinding['answered']
}

export const pastFindings: readonly PastFinding[] = [
  {
    ...{ title: '管理层听取汇报没有纪要', grade: 'minor', owner: 'manager', audit: 'last', item: '4.1' },
    description: '上半年两次汇报均未留存会议纪要。',
    raised: [60, '14:10'],
    answered: { at: [59, '10:00'], cause: '没有指定记录人。', action: '由综合岗记录并归档。', days: 20 },
    done: { at: [52, '15:00'], outcome: '已补录并指定记录人。', file: '汇报纪要.txt' },
    verified: { at: [50, '10:30'], how: '核对两份纪要,内容完整。' },
    closed: [50, '10:40'],
  },
  {
    ...{ title: '部门负责人空缺', grade: 'major', owner: 'manager', audit: 'last', item: 'G-05' },
    description: '风险管理部负责人离任后未及时任命。',
    raised: [60, '14:20'],
    answered: { at: [58, '09:40'], cause: '离任与任命没有衔接。', action: '指定代理负责人,一个月内任命。', days: 25 },
    done: { at: [49, '16:00'], outcome: '已发文指定代理负责人。', file: '代理任命通知.txt' },
    verified: { at: [47, '11:00'], how: '查阅发文,代理期至正式任命。' },
    closed: [46, '09:30'],
    again: { at: [43, '10:00'], cause: '代理期满仍未任命。', action: '由总经理室任命正式负责人。', days: 90 },
  },
  {
    ...{ title: '制度目录未在内网公布', grade: 'observation', owner: 'engineer', audit: 'last', area: 'governance' },
    description: '员工反映找不到有效版本。',
    raised: [60, '15:00'],
    answered: { at: [57, '10:10'], cause: '没有统一入口。', action: '以本系统为唯一入口。', days: 15 },
    done: { at: [51, '10:00'], outcome: '内网首页已加链接。', file: '内网首页.txt' },
    verified: { at: [50, '10:50'], how: '抽查三名员工均可找到。' },
    closed: [50, '10:55'],
  },
  {
    ...{ title: '资产台账字段不全', grade: 'minor', owner: 'engineer', audit: 'this', item: 'A-01' },
    description: '样本中有资产未填写型号或购置日期。',
    raised: [6, '15:20'],
    answered: {
      at: [4, '10:20'],
      cause: '批量导入时缺列。',
      action: '逐项补录,并将导入模板的这些列设为必填。',
      days: 12,
    },
  },
  {
    ...{ title: '备份恢复验证样本不符', grade: 'major', owner: 'engineer', audit: 'this', item: 'B-03' },
    description: '恢复验证发现一份副本与上报的校验值不符,尚未说明原因。',
    raised: [3, '16:00'],
  },
  {
    ...{ title: '机房巡检漏签', grade: 'observation', owner: 'operator', audit: 'this', item: 'O-07' },
    description: '基准日前一月有一次巡检没有办理,原因已说明。',
    raised: [3, '16:20'],
  },
  {
    ...{ title: '岗位空缺', grade: 'minor', owner: 'manager', control: 'G-04' },
    description: '控制项显示有岗位无人担任的风险,须核对岗位表。',
    raised: [20, '10:00'],
    answered: { at: [18, '09:30'], cause: '岗位表长期未更新。', action: '核对岗位表,关闭不再设置的岗位。', days: 14 },
    done: { at: [5, '15:30'], outcome: '岗位表已核对,各岗有人。', file: '岗位核对表.txt' },
  },
  {
    ...{ title: '外包人员保密承诺未归档', grade: 'minor', owner: 'checker', area: 'suppliers' },
    description: '两名驻场人员的承诺书未归档。',
    raised: [25, '11:00'],
    answered: { at: [23, '14:00'], cause: '入场流程缺少归档环节。', action: '补签归档,入场单增加一栏。', days: 14 },
    done: { at: [12, '16:10'], outcome: '两份承诺书已归档。', file: '保密承诺书.txt' },
    verified: { at: [9, '10:10'], how: '核对原件与入场单。' },
  },
  {
    ...{ title: '采购验收单未附照片', grade: 'minor', owner: 'engineer', area: 'assets' },
    description: '抽查三份验收单均无到货照片。',
    raised: [30, '15:00'],
    answered: { at: [27, '11:20'], cause: '验收要求没有写明。', action: '修订验收要求,补拍可补的照片。', days: 21 },
  },
]

/** What the auditors made of items of this year's audit so far; others that were looked at conform. */
export const judgedOtherwise: Readonly<Record<string, readonly ['nonconforming' | 'observation', string]>> = {
  'A-01': ['nonconforming', '样本中有资产缺型号或购置日期。'],
  'B-03': ['nonconforming', '一份副本与校验值不符,未说明原因。'],
  'O-07': ['observation', '一次巡检未办理,已说明原因。'],
}

/** Of whatever else was broken on the date. */
export const handedOn = ['observation', '个别对象未遵守,已交负责人处理,下次复查。'] as const

export const lastJudgedOtherwise: Readonly<Record<string, readonly ['nonconforming' | 'observation', string]>> = {
  '4.1': ['nonconforming', '两次汇报没有纪要。'],
  'G-05': ['nonconforming', '风险管理部负责人空缺。'],
}

export const minutes = `一、听取前三季度信息技术运行与制度遵守情况汇报。
二、年度审计的三项发现已制定措施,要求按期完成。
三、决定扩充备份存储,并在年内完成全部制度领域的覆盖。`

export const decisions = [
  { title: '扩充备份存储一台', owner: 'engineer', days: 25, done: '已列入采购并到货。' },
  { title: '补齐尚无制度的领域', owner: 'manager', days: 75, done: null },
] as const
