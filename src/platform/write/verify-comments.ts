import { type Kysely, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Broken } from './verify.ts'

/** Journal entries that name a wording by its digest; the earliest ones held the text itself. */
const wordings = sql`select j.record, j.record_id, j.n, j.changes #>> '{comment,1,id}' as comment,
    j.changes #>> '{comment,1,digest}' as digest
  from journal j
  where j.verb in ('comment', 'comment:private', 'edit-comment', 'edit-comment:private')
    and jsonb_typeof(j.changes #> '{comment,1}') = 'object'`

const digest = sql`encode(sha256(convert_to(v.text, 'UTF8')), 'hex')`

/**
 * What was said stands beside the journal, which names each wording by its digest alone: every wording the journal names is
 * there as it was, every later wording is named, and every comment reads as its last one does.
 */
export async function verifyComments(db: Kysely<Tables>): Promise<Broken | null> {
  const { rows: lost } = await sql<{ record: string; recordId: string; n: number }>`select w.record,
      w.record_id as "recordId", w.n from (${wordings}) w
    where not exists (select from comment_version v where v.comment = w.comment::uuid and ${digest} = w.digest)
    order by w.record_id, w.n limit 1`.execute(db)
  const [first] = lost
  if (first) {
    const { record, recordId: id, n } = first
    return { what: 'entry', record, id, n, why: 'the comment it names was changed or removed' }
  }
  const { rows: changed } = await sql<{ record: string; recordId: string }>`select c.record, c.record_id as "recordId"
    from comment c where (c.withdrawn_at is null
      and c.text is distinct from (select v.text from comment_version v where v.comment = c.id order by v.n desc limit 1))
    or exists (select from comment_version v where v.comment = c.id and v.n > 1 and not exists (
      select from (${wordings}) w where w.record_id = c.record_id and w.comment = c.id::text and w.digest = ${digest}))
    order by c.id limit 1`.execute(db)
  const [other] = changed
  return other
    ? {
        what: 'record',
        record: other.record,
        id: other.recordId,
        why: 'a comment on it reads otherwise than it was said',
      }
    : null
}
