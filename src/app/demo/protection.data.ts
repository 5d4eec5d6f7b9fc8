import type { dataClass } from '../../areas/security/data-class/data-class.record.ts'
import type { trainingCourse } from '../../areas/security/training-course/training-course.record.ts'
import type { undertakingText } from '../../areas/security/undertaking-text/undertaking-text.record.ts'
import type { ValuesOf } from '../../record/record.ts'

/** How the firm handles what is of each level. */
export const dataClasses: readonly ValuesOf<typeof dataClass>[] = [
  {
    ...{ name: '公开信息', nameEn: 'Public', level: 'public', examples: '官网公告、产品介绍、开户须知。' },
    store: '不作限制,发布前由业务部门审核。',
    send: '可对外发送;以正式渠道为准。',
    print: '不作限制。',
    destroy: '按一般废弃物处理。',
    who: '任何人。',
  },
  {
    ...{ name: '内部信息', nameEn: 'Internal', level: 'internal', examples: '制度、运行日志、内部通讯录。' },
    store: '存放在公司系统和办公电脑,不存个人网盘。',
    send: '内部可发;对外须部门负责人同意。',
    print: '可打印,用后收回,不留在打印机旁。',
    destroy: '纸张碎纸;介质格式化后再利用。',
    who: '全体员工。',
  },
  {
    ...{ name: '敏感信息', nameEn: 'Sensitive', level: 'sensitive', examples: '客户身份与联系方式、委托与持仓。' },
    store: '存放在受控系统,存储介质加密。',
    send: '加密后发送,口令另行告知;对外须登记用途和接收人。',
    print: '打印须登记,专人保管。',
    destroy: '介质覆写两遍以上或消磁,两人见证。',
    who: '岗位需要的人员,按权限开通。',
  },
  {
    ...{ name: '机密信息', nameEn: 'Secret', level: 'secret', examples: '系统口令、密钥、清算资金明细。' },
    store: '存放在专用加密区或保险柜。',
    send: '原则上不外发;确需外发由总经理批准并双人办理。',
    print: '不打印;确需打印的编号管理。',
    destroy: '物理粉碎,两人见证并留存记录。',
    who: '经批准的个人,名单每季度核对。',
  },
]

/** What IT staff undertake to keep secret. */
export const secrecy: ValuesOf<typeof undertakingText> = {
  ...{ code: 'it-secrecy', title: '信息技术人员保密承诺书', titleEn: 'Undertaking of IT staff', audience: 'it' },
  text: [
    '一、本人对工作中接触的客户资料、交易与持仓数据、系统口令和密钥、网络结构和安全措施承担保密义务。',
    '二、不查询、不复制、不外传与本人职责无关的数据;不把公司数据存入个人设备或公共网盘。',
    '三、不把账号和口令交给他人使用;发现泄密或可疑情况立即报告。',
    '四、离岗时交还全部资料、介质和权限。',
    '五、违反本承诺造成损失的,接受公司处理并承担相应责任。',
  ].join('\n'),
  textEn: [
    '1. I keep secret what I meet at work: data of clients, their trading and holdings, passwords and keys, networks and how they are protected.',
    '2. I neither look up, copy nor pass on data that my duties do not call for, and keep none on devices of my own or public drives.',
    '3. I lend accounts and passwords to nobody, and report at once what may have leaked.',
    '4. When I leave a post I give back all papers, media and access.',
    '5. Where I break this I answer for it.',
  ].join('\n'),
  lasting: '客户资料、交易数据和安全措施的保密义务在离职后继续有效,不因劳动合同终止而解除。',
}

export const courses: readonly ValuesOf<typeof trainingCourse>[] = [
  {
    ...{ code: 'sec-aware', name: '信息安全意识', nameEn: 'Security awareness', topic: 'security', audience: 'all' },
    ...{ hours: 2, passMark: 80, validDays: 365 },
    content: '钓鱼邮件识别、口令与锁屏、客户资料保护、异常报告。',
  },
  {
    ...{ code: 'sec-ops', name: '系统安全运维', nameEn: 'Secure operations', topic: 'security', audience: 'it' },
    ...{ hours: 4, passMark: 70, validDays: 365 },
    content: '最小权限、日志留存、补丁与漏洞、应急处置。',
  },
  {
    ...{ code: 'rules-td', name: '黄金延期业务规则', nameEn: 'Rules of deferred gold', topic: 'other', audience: 'it' },
    ...{ hours: 3, passMark: null, validDays: 730 },
    content: 'Au(T+D)、mAu(T+D)、Ag(T+D) 交易、交割与清算规则。',
  },
]

/** A letter that was not from whom it said, and what it led to. */
export const phishing = {
  title: '客户经理收到冒充交易所的钓鱼邮件',
  description: '邮件自称交易所会员服务,要求在附件链接中登录核对席位资料;一名客户经理已输入邮箱口令。',
  gradeReason: '一个业务邮箱口令泄露,邮箱内有客户联系方式;交易系统未受影响。',
  dataAffected: '一个业务邮箱,约 120 名客户的姓名与联系方式。',
  peopleAffected: '客户经理一名;约 120 名客户可能收到诈骗邮件。',
  cause: '客户经理在仿冒页面输入了邮箱口令,邮箱没有启用第二因素。',
  measures: '重置口令并退出全部会话;业务邮箱启用第二因素;向涉及的客户发出提示;当月加开安全意识培训。',
} as const
