import { z } from 'zod'
import type { Intake } from '../../../../platform/area.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { keptOf } from '../../../../platform/secret.ts'
import { Refusal } from '../../../../record/problem.ts'
import { eventSource } from '../event-source.record.ts'
import type { SourceKind } from '../event-source.settings.ts'
import { deliver } from './deliver.ts'
import { readDelivery } from './read.ts'
import type { SourceRow } from './take.ts'

const intake = (kind: SourceKind, summary: string): Intake => ({
  path: `/api/intake/${kind}`,
  summary,
  bodyLimit: 8 * 1024 * 1024,
  output: z.object({ raised: z.int(), resolved: z.int(), known: z.int() }),
  async take(engine, token, bytes) {
    const source = token === null ? null : await sourceOf(engine, kind, token)
    if (!source) throw unknownSender()
    const body = bytes.toString('utf8')
    return deliver(engine, source, body, () => readDelivery(source, body))
  },
})

export const eventIntakes: readonly Intake[] = [
  intake('alertmanager', 'Takes what a webhook of Alertmanager sends, proved by the token of its event source.'),
  intake('zabbix', 'Takes what the media type for Zabbix sends, proved by the token of its event source.'),
  intake('json', 'Takes JSON of any shape, as its event source maps it, proved by the source’s token.'),
]

/** The source of this kind whose token it is. */
async function sourceOf(engine: Engine, kind: SourceKind, token: string): Promise<SourceRow | null> {
  const found = await engine.db
    .selectFrom('eventSource')
    .innerJoin('secret', 'secret.id', 'eventSource.id')
    .selectAll('eventSource')
    .where('secret.record', '=', eventSource.name)
    .where('secret.value', '=', keptOf(token))
    .where('eventSource.kind', '=', kind)
    .executeTakeFirst()
  return found ?? null
}

const unknownSender = () =>
  new Refusal('not-signed-in', ['没有这个令牌的事件来源。', 'No event source has this token.'])
