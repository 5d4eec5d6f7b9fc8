import { sql } from 'kysely'
import { type AskedNews, type EndedNews, onAsked, onEnded } from '../../../platform/approval/news.ts'
import type { Follow, Written } from '../../../platform/follow.ts'
import type { Tx } from '../../../platform/tx.ts'
import { actorName, personId } from '../../../record/actor.ts'
import { conditionsHold } from '../../../record/condition.ts'
import { mentionedIn } from '../../../record/mention.ts'
import { fieldsOfRecord, type RowOf } from '../../../record/record.ts'
import type { Who } from '../../../record/who.ts'
import type { noticeRule } from '../notice-rule/notice-rule.record.ts'
import { concerned, isQuiet, type Telling } from '../telling.rules.ts'
import type {} from './tables.ts'

/** Of what tells nobody: messages about messages would never end. */
const unheard: readonly string[] = ['message', 'incoming-mail']

/** Hears of every write and queues, in its transaction, whom it concerns. Who of them may read it is asked when they are told. */
export const hearWrites: Follow = async (tx, written) => {
  if (unheard.includes(written.record.name) || written.verb.startsWith('approval-') || isBroughtIn(tx)) return
  if (isQuiet(written.verb, written.after)) return
  const interest = await interestIn(tx, written)
  const told = [
    await named(tx, written),
    ...assigned(tx, written),
    escalated(tx, written),
    ...ruled(tx, written, interest.rules),
    ...(interest.watched ? watched(tx, written) : []),
  ]
  const tellings = told.filter((one) => one !== null)
  if (tellings.length > 0) await tell(tx, tellings)
}

/** A sheet of a thousand rows is brought in on purpose, and would bury everybody it names. */
const isBroughtIn = ({ actor }: Tx): boolean => actor.kind === 'person' && actor.via.startsWith('work:import')

/** Queues tellings of one thing; they are told once, if and only if this transaction commits. */
export const tell = (tx: Tx, tellings: readonly Telling[]): Promise<void> => tx.job('tell', { tellings })

/** Whom a comment names for the first time; those who cannot read it stand in its text, and are not among them. */
async function named(tx: Tx, written: Written): Promise<Telling | null> {
  const comment = commentOf(written)
  if (comment === null) return null
  const wordings = await tx.db
    .selectFrom('commentVersion')
    .innerJoin('comment', 'comment.id', 'commentVersion.comment')
    .select(['commentVersion.text', 'comment.mentions'])
    .where('comment', '=', comment)
    .orderBy('n', 'desc')
    .limit(2)
    .execute()
  const before = mentionedIn(wordings[1]?.text ?? '')
  const people = (wordings[0]?.mentions ?? []).filter((id) => !before.includes(id))
  return people.length === 0 ? null : { ...base(tx, written), why: 'mention', people, comment }
}

/** The comment that was made or changed. */
function commentOf({ verb, changes }: Written): string | null {
  if (!/^(comment|edit-comment)(:|$)/.test(verb)) return null
  const made = changes['comment']?.[1] as { id: string } | null | undefined
  return made?.id ?? null
}

/** Whoever was put into one of its fields by somebody else: those whose work it is now first, then each whom it only concerns. */
function assigned(tx: Tx, { record, before, after, changes, verb }: Written): Telling[] {
  const put = fieldsOfRecord(record)
    .filter(([name, field]) => field?.to === tx.directory.name && field.by !== 'system' && name in changes)
    .map(([name]) => {
      const had = [before?.[name]].flat()
      const people = [after[name]].flat().filter((id): id is string => typeof id === 'string' && !had.includes(id))
      return { name, people }
    })
    .filter(({ people }) => people.length > 0)
  const about = { ...base(tx, { record, verb, after, changes }), why: 'assigned' as const }
  const work = put.flatMap(({ name, people }) => (concerned.includes(name) ? [] : people))
  return [
    ...(work.length > 0 ? [{ ...about, people: work }] : []),
    ...put.filter(({ name }) => concerned.includes(name)).map(({ name, people }) => ({ ...about, people, as: name })),
  ]
}

/** Whom a step of escalation names, as the journal of the clock has it. */
function escalated(tx: Tx, written: Written): Telling | null {
  const who =
    written.verb === 'clock-escalated' ? (written.changes['to']?.[1] as readonly Who[] | undefined) : undefined
  return who ? { ...base(tx, written), why: 'clock', people: [], who } : null
}

type Rule = Pick<RowOf<typeof noticeRule>, 'id' | 'createdBy' | 'rule' | 'to' | 'through' | 'urgent'>

/** Whether anybody watches it, and the rules in force for its kind: one question for every write there is. */
async function interestIn(tx: Tx, { record, after }: Written): Promise<{ watched: boolean; rules: Rule[] }> {
  const rules = sql`select id, created_by as "createdBy", rule, "to", through, urgent from notice_rule
    where state = 'in-force' and rule->>'record' = ${record.name}`
  const { rows } = await sql<{ watched: boolean; rules: Rule[] | null }>`select
    exists(select from watcher where record_id = ${after.id} and stopped_at is null) as watched,
    (select jsonb_agg(one) from (${rules}) as one) as rules`.execute(tx.db)
  return { watched: rows[0]?.watched ?? false, rules: rows[0]?.rules ?? [] }
}

/** The tellings of the rules in force for what was written. */
export const rulesFor = async (tx: Tx, written: Written): Promise<Telling[]> =>
  ruled(tx, written, (await interestIn(tx, written)).rules)

/** Those whom rules in force name, where what they ask for holds of the row. */
function ruled(tx: Tx, written: Written, rules: readonly Rule[]): Telling[] {
  const { record, verb, after } = written
  const plain = verb.replace(/:private$/, '')
  const comment = commentOf(written)
  return rules
    .filter(({ rule }) => rule.on.includes(plain) && conditionsHold(record, rule.when, after))
    .map(({ id, createdBy: author, to, through, urgent }) => {
      const rule = { id, author, through, urgent }
      return { ...base(tx, written), why: 'rule', people: [], who: to, rule, ...(comment && { comment }) }
    })
}

/** Those who watch it, where anybody does. That the system keeps a field up to date (health, counts) is no news. */
function watched(tx: Tx, written: Written): Telling[] {
  const kept = written.verb === 'update' && tx.actor.kind === 'system'
  if (written.record.appendOnly || written.verb === 'create' || kept) return []
  const comment = commentOf(written)
  const why = written.verb.startsWith('clock-') ? 'clock' : 'watched'
  return [{ ...base(tx, written), why, people: [], watchers: true, ...(comment && { comment }) }]
}

export const base = (tx: Tx, { record, verb, after, changes }: Omit<Written, 'before'>) => ({
  key: `${after.id}:${verb}:${tx.now}`,
  record: record.name,
  id: after.id,
  verb,
  at: tx.now,
  by: personId(tx.actor),
  byName: actorName(tx.actor),
  changes,
})

/** Those who are asked to decide, and whoever stands in for one of them. */
export const hearAsked = onAsked((tx, { approval, record, row, verb, people, deputies, step }: AskedNews) =>
  tell(tx, [
    {
      ...base(tx, { record, verb, after: row, changes: {} }),
      key: `${approval}:asked:${step}:${tx.now}`,
      why: 'approval',
      people: [...people, ...deputies],
      approval: { id: approval, asked: true, verb },
    },
  ]),
)

/** Whoever asked for what was not done. */
export const hearEnded = onEnded(async (tx, { approval, record, row, verb, as }: EndedNews) => {
  const { requestedBy } = await tx.db
    .selectFrom('approval')
    .select('requestedBy')
    .where('id', '=', approval)
    .executeTakeFirstOrThrow()
  await tell(tx, [
    {
      ...base(tx, { record, verb, after: row, changes: {} }),
      key: `${approval}:${as}`,
      why: 'approval',
      people: [requestedBy],
      approval: { id: approval, asked: false, verb },
    },
  ])
})
