import { approvalRule } from '../../areas/administration/approval-rule/approval-rule.record.ts'
import { incident } from '../../areas/service/incident/incident.record.ts'
import { decide } from '../../platform/approval/decide.ts'
import type { Login } from './people.ts'
import type { Stage } from './stage.ts'

const minute = 60_000
const wide = ['high', 'medium'] as const

/** Whatever reached more than a few is closed by two, and the manager is the second. */
const rule = {
  name: '影响面中、高的故障关闭须经理同意',
  reason: '《信息系统运行管理办法》:影响面为中、高的故障,处理结果经信息技术部负责人确认后方可关闭。',
  rule: {
    record: 'incident',
    verb: 'close',
    when: [{ field: 'impact', op: 'among' as const, value: [...wide] }],
    steps: [
      {
        name: ['经理确认', 'Manager confirms'] as [string, string],
        who: [{ is: 'role' as const, code: 'manager' }],
        need: 'any' as const,
        count: null,
        sign: false,
        escalateAfter: null,
        escalateTo: [],
      },
    ],
  },
}

/** Since the last evening closing such an incident wants approval, and one waits for the manager. */
export async function askTheManager(stage: Stage): Promise<void> {
  const { clock, engine } = stage
  const later = (minutes: number) => clock.set(Date.parse(clock.now()) + minutes * minute)
  later(5)
  const written = await stage.as('admin', (tx) => tx.create(approvalRule, rule))
  later(10)
  await stage.as('manager', (tx) => tx.act(approvalRule, written.id, 'put-in-force'))
  const resolved = await engine.db
    .selectFrom('incident')
    .select('id')
    .where('state', '=', 'resolved')
    .where('impact', 'in', wide)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (!resolved) return
  later(5)
  await stage.as('checker', (tx) => tx.act(incident, resolved.id, 'close'))
}

interface Said {
  readonly vote: 'agree' | 'refuse'
  readonly note: string | null
}

/** Somebody says what they think of what waits for a record; `signed` where the step wants it. */
export async function speak(stage: Stage, id: string, who: Login, said: Said, signed = false): Promise<void> {
  const { id: approval, digest } = await stage.engine.db
    .selectFrom('approval')
    .select(['id', 'digest'])
    .where('recordId', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  const proof = signed ? { person: stage.people[who], method: 'password' as const } : undefined
  const voice = { ...said, digest: digest.toString('hex'), via: 'demo' }
  await stage.as(who, (tx) => decide(stage.engine, tx, approval, voice, proof))
}
