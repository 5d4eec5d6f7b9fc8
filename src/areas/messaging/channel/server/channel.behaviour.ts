import { z } from 'zod'
import { action, behave } from '../../../../platform/behaviour.ts'
import { setSecret } from '../../../../platform/secret.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { type Fault, fault, invalid } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { role } from '../../../../record/rule.ts'
import { say, type Words } from '../../../../record/words.ts'
import { queueMessages } from '../../message/server/queue.ts'
import { addressesOf, reachesBy, waysOf } from '../../server/receivers.ts'
import { channel } from '../channel.record.ts'
import { circleFault } from '../channel.rules.ts'

type Row = RowOf<typeof channel>

/** A message goes round no circle. */
async function noCircle(tx: Tx, row: Row): Promise<Fault[]> {
  return circleFault(row, await waysOf(tx.db))
}

const testSubject: Words = ['试发:这个渠道可以送达', 'A test: this channel delivers']
const testText: Words = [
  '这是一条试发的消息,由系统管理员发起,无需处理。',
  'This is a test started by an administrator. Nothing needs to be done.',
]

export const channelBehaviour = behave(channel, {
  guards: { create: noCircle, update: noCircle },
  actions: {
    'set-secret': setSecret(channel),
    test: action(channel, {
      allow: role('admin'),
      summary: 'Sends a test to oneself, or to the robot; what came of it stands on the message.',
      input: z.strictObject({}),
      output: z.object({ message: z.string() }),
      async run(tx, row) {
        if (tx.actor.kind !== 'person') throw new Error('Tests are sent by persons')
        const { id, lang } = tx.actor
        const by = reachesBy({ kind: row.settings.is })
        const address = by === null ? row.name : (await addressesOf(tx.db, tx.directory, [id])).get(id)?.[by]
        if (!address) throw invalid([noAddress])
        const [queued] = await queueMessages(tx.as('notify'), [
          {
            ...{ channel: row.id, why: 'test', lang, address, urgent: true, person: id },
            subject: say(testSubject, lang),
            text: say(testText, lang),
          },
        ])
        return { message: queued?.number ?? '' }
      },
    }),
  },
})

const noAddress = fault(
  '',
  'no-address',
  '您的人员信息中没有这种渠道的地址(邮箱或手机)。',
  'You have no address of this kind (mail or telephone) among your own data.',
)
