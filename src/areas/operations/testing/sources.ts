/** Event sources for tests. */
import type { Client } from '../../../testing/app.ts'

/** A source with these settings, and the token by which its sender proves itself. */
export async function makeSource(engineer: Client, values: object): Promise<{ id: string; token: string }> {
  const made = await engineer.post('/api/event-sources', { name: '来源', ...values })
  const { id } = made.body.item
  return { id, token: (await engineer.post(`/api/event-sources/${id}/make-token`)).body.token }
}
