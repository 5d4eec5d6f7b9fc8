import { z } from 'zod'
import { action } from '../../../../platform/behaviour.ts'
import type { Tx } from '../../../../platform/tx.ts'
import { Refusal } from '../../../../record/problem.ts'
import type { RowOf } from '../../../../record/record.ts'
import { desk } from '../../desk.rules.ts'
import { incident } from '../incident.record.ts'

/** Resolves the parts of a resolved incident with the words that resolved the whole, each for itself. */
export const resolveParts = action(incident, {
  allow: desk,
  summary: 'Resolves the open parts of a resolved incident in the same words',
  input: z.strictObject({}),
  output: z.object({ resolved: z.array(z.uuid()) }),
  async run(tx, { id, state, resolution, cause }) {
    if (state !== 'resolved' || !resolution)
      throw new Refusal('wrong-state', ['请先解决上级故障。', 'Resolve the whole first.'])
    const parts = await openParts(tx, id)
    for (const part of parts) await resolveOne(tx, part, { resolution, cause })
    return { resolved: parts.map((part) => part.id) }
  },
})

type Row = RowOf<typeof incident>

const openParts = (tx: Tx, parent: string): Promise<Pick<Row, 'id' | 'state'>[]> =>
  tx.db
    .selectFrom('incident')
    .select(['id', 'state'])
    .where('parent', '=', parent)
    .where('state', 'not in', ['resolved', 'closed'])
    .orderBy('id')
    .execute()

async function resolveOne(tx: Tx, { id, state }: Pick<Row, 'id' | 'state'>, said: Pick<Row, 'resolution' | 'cause'>) {
  if (state === 'new' || state === 'assigned') await tx.act(incident, id, 'start')
  await tx.act(incident, id, 'resolve', said)
}
