import { request } from '../../areas/service/request/request.record.ts'
import { requestTask } from '../../areas/service/request-task/request-task.record.ts'
import { minuteMs } from '../../record/time.ts'
import { speak } from './approvals.ts'
import type { Offerings } from './catalogue.ts'
import { shanghai } from './history/agenda.ts'
import type { Login } from './people.ts'
import type { Stage } from './stage.ts'

/** One thing that became of a request, so many minutes after the one before. */
type Act =
  | { readonly agree: Login }
  | { readonly refuse: Login; readonly because: string }
  | { readonly take: string; readonly by: Login }
  | { readonly finish: string; readonly by: Login; readonly result?: string }
  | { readonly skip: string; readonly by: Login; readonly because: string }
  | { readonly start: Login }
  | { readonly fulfil: Login; readonly outcome: string }
  | { readonly ask: Login; readonly what: string }
  | { readonly close: Login }
  | { readonly cancel: Login; readonly because: string }

interface Told {
  readonly by: Login
  readonly offering: string
  /** Trading days before the last, and the minute of that day. */
  readonly daysAgo: number
  readonly at: number
  readonly answers: (people: Stage['people'], departments: ReadonlyMap<string, string>) => Record<string, unknown>
  readonly acts: readonly (readonly [minutes: number, act: Act])[]
}

const requests: readonly Told[] = [
  {
    by: 'business',
    offering: 'new-account',
    daysAgo: 5,
    at: 9 * 60 + 40,
    answers: (_people, departments) => ({
      name: '何雨桐',
      department: departments.get('TRD'),
      starts: '2026-11-23',
      systems: ['office', 'mail'],
      laptop: true,
    }),
    acts: [
      [25, { agree: 'manager' }],
      [20, { take: 'account', by: 'operator' }],
      [30, { finish: 'account', by: 'operator', result: '已入交易业务部组织单元。' }],
      [5, { take: 'mailbox', by: 'operator' }],
      [10, { finish: 'mailbox', by: 'operator' }],
      [60, { take: 'laptop', by: 'engineer' }],
      [50, { finish: 'laptop', by: 'engineer', result: '资产标签 NB-0231。' }],
      [30, { take: 'hand-over', by: 'operator' }],
      [20, { finish: 'hand-over', by: 'operator' }],
      [90, { close: 'business' }],
    ],
  },
  {
    by: 'checker',
    offering: 'terminal',
    daysAgo: 3,
    at: 10 * 60 + 5,
    answers: () => ({ kind: 'screen', count: 2, seat: 'A-12', reason: '复核席位需要同时看两套界面。' }),
    acts: [
      [70, { take: 'prepare', by: 'engineer' }],
      [45, { finish: 'prepare', by: 'engineer' }],
      [10, { take: 'register', by: 'operator' }],
      [15, { finish: 'register', by: 'operator' }],
      [40, { take: 'install', by: 'engineer' }],
      [60, { skip: 'install', by: 'engineer', because: '其中一台支架缺货,到货后另行安装。' }],
    ],
  },
  {
    by: 'business',
    offering: 'printer',
    daysAgo: 2,
    at: 14 * 60 + 20,
    answers: () => ({ what: 'toner', floor: 6 }),
    acts: [
      [25, { start: 'operator' }],
      [40, { fulfil: 'operator', outcome: '六楼打印机已换新墨盒。' }],
    ],
  },
  {
    by: 'auditor',
    offering: 'data-export',
    daysAgo: 2,
    at: 9 * 60 + 15,
    answers: () => ({
      what: '三季度全部客户成交明细。',
      rows: 820_000,
      clients: true,
      masked: 'none',
      reason: '年度审计抽样。',
    }),
    acts: [[95, { refuse: 'manager', because: '抽样不需要全量明细和客户身份。请限定抽样范围并脱敏后重新申请。' }]],
  },
  {
    by: 'business',
    offering: 'mail-group',
    daysAgo: 1,
    at: 11 * 60,
    answers: (people) => ({ address: 'metal-desk', keeper: people.business, outside: false }),
    acts: [[35, { cancel: 'business', because: '与现有邮件组重复,改用原来的。' }]],
  },
  {
    by: 'auditor',
    offering: 'data-export',
    daysAgo: 1,
    at: 9 * 60 + 30,
    answers: () => ({
      what: '三季度抽样 400 笔成交,不含客户身份。',
      rows: 400,
      clients: false,
      reason: '年度审计抽样。',
    }),
    acts: [
      [40, { agree: 'manager' }],
      [30, { take: 'extract', by: 'engineer' }],
      [50, { finish: 'extract', by: 'engineer', result: '共 400 行,按日期分层抽样。' }],
      [20, { take: 'check', by: 'checker' }],
    ],
  },
  {
    by: 'business',
    offering: 'vpn',
    daysAgo: 1,
    at: 13 * 60 + 35,
    answers: () => ({
      from: '2026-12-01',
      until: '2026-12-04',
      device: 'own',
      reason: '出差期间处理合同审批。',
      agreed: true,
    }),
    acts: [
      [30, { start: 'operator' }],
      [10, { ask: 'operator', what: '您的笔记本资产标签是多少?令牌按设备发放。' }],
    ],
  },
  {
    by: 'checker',
    offering: 'software',
    daysAgo: 0,
    at: 14 * 60 + 50,
    answers: () => ({ which: 'stats', seat: 'A-12' }),
    acts: [],
  },
  {
    by: 'business',
    offering: 'quote-terminal',
    daysAgo: 0,
    at: 15 * 60 + 20,
    answers: () => ({ months: 3, seat: 'B-07', reason: '新增白银品种的盯盘席位。' }),
    acts: [],
  },
]

/** What people ordered on these days, and how far it has come: something in every state. */
export async function orderThings(stage: Stage, offerings: Offerings, days: readonly string[]): Promise<void> {
  const { clock, engine } = stage
  const now = Date.parse(clock.now())
  const found = await engine.db.selectFrom('department').select(['id', 'code']).execute()
  const departments = new Map(found.map(({ code, id }) => [code, id]))
  for (const { by, offering, daysAgo, at, answers, acts } of requests) {
    const day = days.at(-1 - daysAgo)
    if (!day) continue
    let moment = shanghai(day, '00:00') + at * minuteMs
    clock.set(moment)
    const { id } = await stage.as(by, async (tx) => {
      const made = await tx.create(request, {
        offering: offerings.get(offering) as string,
        answers: answers(stage.people, departments) as never,
      })
      await tx.act(request, made.id, 'submit')
      return made
    })
    for (const [minutes, act] of acts) {
      moment += minutes * minuteMs
      clock.set(moment)
      await play(stage, id, act)
    }
  }
  clock.set(now)
}

async function play(stage: Stage, id: string, act: Act): Promise<void> {
  if ('agree' in act) return speak(stage, id, act.agree, { vote: 'agree', note: null })
  if ('refuse' in act) return speak(stage, id, act.refuse, { vote: 'refuse', note: act.because })
  if ('take' in act) return work(stage, id, act.take, act.by, 'take')
  if ('finish' in act) return work(stage, id, act.finish, act.by, 'done', act.result ? { result: act.result } : {})
  if ('skip' in act) return work(stage, id, act.skip, act.by, 'skip', { skipReason: act.because })
  if ('start' in act) await stage.as(act.start, (tx) => tx.act(request, id, 'start'))
  if ('fulfil' in act) await stage.as(act.fulfil, (tx) => tx.act(request, id, 'fulfil', { outcome: act.outcome }))
  if ('ask' in act) await stage.as(act.ask, (tx) => tx.act(request, id, 'ask', { waitingFor: act.what }))
  if ('close' in act) await stage.as(act.close, (tx) => tx.act(request, id, 'close'))
  if ('cancel' in act) await stage.as(act.cancel, (tx) => tx.act(request, id, 'cancel', { cancelReason: act.because }))
}

async function work(stage: Stage, id: string, key: string, who: Login, verb: 'take' | 'done' | 'skip', values = {}) {
  const task = await stage.engine.db
    .selectFrom('requestTask')
    .select('id')
    .where('request', '=', id)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  await stage.as(who, (tx) => tx.act(requestTask, task.id, verb, values))
}
