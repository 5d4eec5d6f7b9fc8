import type { article } from '../../areas/service/article/article.record.ts'
import type { ValuesOf } from '../../record/record.ts'

type Values = ValuesOf<typeof article>

/** What people of a gold-exchange member look for: title, category, text, and for whom where it is not for everybody. */
export const articles: readonly (Pick<Values, 'title' | 'category' | 'body'> & Values)[] = [
  {
    title: '交易终端无法登录怎么办',
    category: 'trading',
    body: `## 先自己看三件事

1. **账号有没有输错**:交易账号是 8 位数字,前面没有字母。
2. **提示“密码错误”**:连续输错 5 次会锁定 30 分钟,请等待或联系信息技术部解锁。
3. **提示“连接超时”**:看看网页能不能打开。网页也打不开,是网络问题,请看《办公网络断了怎么办》。

## 仍然不行

关掉终端,等 10 秒再打开,在登录窗口右下角把“站点”换成 **备用站点**。

> 夜盘 20:00 前后登录的人多,慢几秒是正常的。

还不行就报告故障,请写明:账号后四位、提示的原文、从几点开始。`,
  },
  {
    title: '行情延迟自查',
    category: 'market-data',
    body: `| 现象 | 多半是 | 先做什么 |
| --- | --- | --- |
| 所有合约都慢 | 网络或行情服务 | 换备用站点 |
| 只有一个合约不动 | 该合约没有成交 | 看成交明细 |
| 价格在动,图不动 | 图表卡住 | 关掉图表重新打开 |

比对方法:打开交易所网站的延时行情,相差超过 **3 秒** 才算延迟。

交易时段内全部合约延迟,请立即报告故障,并选择“可能影响交易”。`,
  },
  {
    title: '出入金时间与到账说明',
    category: 'funds',
    body: `- **入金**:交易日 08:30–15:30,夜盘 19:50–次日 02:30,即时到账。
- **出金**:交易日 09:00–15:20。15:20 之后提交的,下一个交易日处理。
- 银行系统日终批处理期间(约 23:30–00:30)银行侧可能暂停。

入金 10 分钟仍未到账时,先在银行侧确认是否已扣款,再报告故障,并附上银行回单截图。`,
  },
  {
    title: '远程办公 VPN 连接方法',
    category: 'network',
    body: `1. 打开 VPN 客户端,服务器填公司通知里的地址。
2. 用户名是工号,密码与开机密码相同。
3. 手机收到验证码后 60 秒内输入。

连上以后仍打不开内部系统:先断开家里的其他 VPN 或加速软件,再重新连接。

没有开通 VPN 的,请在“申请服务”里提出。`,
  },
  {
    title: '打印机不打印、卡纸、缺墨',
    category: 'office',
    body: `**不打印**:看打印机屏幕,若显示“休眠”按一下电源键;电脑上打开打印队列,删掉卡住的任务。

**卡纸**:打开后盖,双手把纸平着拉出,不要撕断;装回纸盒时纸不要超过红线。

**缺墨**:二楼文印室有备用硅鼓,领用后在登记本上签字。

> 打印结算单前请先打一页试纸。`,
  },
  {
    title: '忘记密码或密码到期',
    category: 'account',
    body: `开机密码每 90 天到期,到期前 7 天会提醒。

- 还能登录:按 Ctrl + Alt + Del,选“更改密码”。
- 已经忘记:带工牌到信息技术部当面重置。**电话里不重置密码。**

新密码至少 10 位,不能与最近 5 次相同。`,
  },
  {
    title: '收到可疑邮件怎么处理',
    category: 'account',
    body: `不要点链接,不要打开附件,不要回复。

1. 把邮件作为附件转发给信息技术部。
2. 已经点了或者输了密码:**马上改密码**,并报告故障。

公司不会用邮件向您要密码、验证码或银行卡号。`,
  },
  {
    title: '办公网络断了怎么办',
    category: 'network',
    body: `1. 看网线:网口的绿灯亮不亮。不亮就拔下来重插。
2. 问问旁边的人:大家都断了,是楼层的问题,不用重复报告。
3. 只有您断了:重启电脑。

需要继续交易的,可以到三楼备用席位。`,
  },
  {
    title: '查不到昨天的结算单',
    category: 'trading',
    body: `结算单在 **每个交易日 17:00 之后** 生成。夜盘的成交属于下一个交易日,请到下一个交易日的结算单里找。

17:30 仍然没有的,报告故障并写明客户号。`,
  },
  {
    title: '电话录音的调取办法',
    category: 'other',
    audience: 'departments',
    body: `交易业务部人员因客户异议需要调取录音时,由部门负责人在“申请服务”里提出,写明客户号、日期和时段。

录音保存 5 年。听取在信息技术部专用终端进行,不提供拷贝。`,
  },
  {
    title: '新员工入职第一天的电脑准备',
    category: 'office',
    body: `部门提前 3 个工作日在“申请服务”里提出,写明姓名、工号、岗位。

第一天会拿到:电脑、开机账号、邮箱。交易系统权限须部门负责人同意后另行开通。`,
  },
  {
    title: 'How to change the language of the terminal',
    category: 'trading',
    language: 'en',
    body: `Open **Settings → General → Language**, choose *English*, and start the terminal again.

Contract names stay as the exchange publishes them: Au(T+D), mAu(T+D), Ag(T+D).`,
  },
  {
    title: '报单网关拒单代码对照',
    category: 'trading',
    audience: 'desk',
    body: `| 代码 | 意思 | 处理 |
| --- | --- | --- |
| R01 | 资金不足 | 告知客户,不是故障 |
| R07 | 合约未开市 | 核对交易日历 |
| R19 | 会话失效 | 重新登录;反复出现时看 \`order-gateway\` 日志 |

R19 十分钟内超过 20 次,按故障处理并通知厂商。`,
  },
  {
    title: '行情转发进程重启步骤',
    category: 'market-data',
    audience: 'desk',
    body: `仅在**非交易时段**或经理同意后进行。

1. 在组件页确认没有别的告警。
2. 按流程“重启”执行,双人复核。
3. 重启后核对三个合约的最新价与交易所一致。`,
  },
  {
    title: '银行通道对账不平的排查',
    category: 'funds',
    audience: 'desk',
    body: `1. 先看时间差:银行侧 23:30 之后的流水记在次日。
2. 核对笔数,再核对金额。
3. 单边账:以银行回单为准,走调账审批,不得直接改库。`,
  },
]

/** Known and unknown causes of what goes wrong again and again; `told` stands in the titles of the incidents that told of it. */
export const problems = [
  {
    title: '行情转发缓冲区在开盘瞬间溢出',
    place: 'quote-feed',
    told: '个别合约不刷新',
    whys: [
      '开盘后报价停了 3 到 5 秒。',
      '行情转发进程丢弃了积压的报文。',
      '缓冲区只有 4 MB,开盘一秒来了 6 MB。',
      '按去年的行情量配置,合约增加后没有重新测算。',
      '容量复核不在变更检查单里。',
    ],
    fishbone: [
      { category: '程序', causes: ['缓冲区写死 4 MB', '溢出时静默丢弃'] },
      { category: '容量', causes: ['行情量一年增加 60%', '没有峰值测试'] },
      { category: '流程', causes: ['变更检查单缺容量项'] },
      { category: '监视', causes: ['只看平均延迟,不看峰值'] },
    ],
    rootCause: '缓冲区按去年的行情量配置,开盘峰值超过其大小,溢出时静默丢弃。',
    workaround: '开盘前 5 分钟确认行情转发已重启;出现停顿时切换到备用站点,约 10 秒恢复。',
  },
  {
    title: '报单网关会话每周一早晨失效',
    place: 'order-gateway',
    told: null,
    whys: ['周一第一笔报单被拒,代码 R19。', '会话在周末被交易所侧断开。'],
    fishbone: [],
    rootCause: null,
    workaround: null,
  },
  {
    title: '银行通道日终期间入金无应答',
    place: 'bank-link',
    told: null,
    whys: [],
    fishbone: [],
    rootCause: '银行日终批处理期间不应答,而我方没有超时提示。',
    workaround: '23:30 至 00:30 的入金请客户稍后查询,不要重复提交。',
  },
] as const
