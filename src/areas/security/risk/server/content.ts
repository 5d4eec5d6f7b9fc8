import { canonical, digestOf } from '../../../../platform/write/canonical.ts'
import type { RowOf } from '../../../../record/record.ts'
import type { risk } from '../risk.record.ts'
import { contentOf } from '../risk.rules.ts'

/** What of a risk somebody accepts, and its SHA-256: the same content has the same digest. */
export function acceptable(row: RowOf<typeof risk>): { content: Record<string, unknown>; digest: string } {
  const content = contentOf({ ...row })
  return { content, digest: digestOf(canonical(content)).toString('hex') }
}
