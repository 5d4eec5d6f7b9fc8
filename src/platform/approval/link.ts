import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Refusal } from '../../record/problem.ts'
import type { Tables } from '../tables.ts'

/** How long a link in a mail serves. */
const days = 7

const keyName = 'approval-link-key'

/** For whom a link is, and to which approval it leads. */
export interface LinkTo {
  readonly approval: string
  readonly person: string
}

/**
 * The path for a mail to somebody who is asked: it opens the request once they have signed in. Opening it changes nothing, so
 * a scanner that follows it does nothing; it is signed for this one person and approval, and ends after seven days.
 */
export async function approvalLink(db: Kysely<Tables>, to: LinkTo, now: string): Promise<string> {
  const until = Math.floor(Date.parse(now) / 1000) + days * 86_400
  return `/approvals/${to.approval}?link=${until.toString(36)}.${await sign(db, to, until)}`
}

/** Refuses `not-allowed` unless the link was made for this person and approval and still serves. */
export async function linkOrRefuse(db: Kysely<Tables>, to: LinkTo, link: string, now: string): Promise<void> {
  const [end = '', signature = ''] = link.split('.')
  const until = Number.parseInt(end, 36)
  const [given, wanted] = [Buffer.from(signature), Buffer.from(await sign(db, to, until))]
  const fits = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (fits && until * 1000 >= Date.parse(now)) return
  throw new Refusal('not-allowed', [
    '邮件中的链接已过期,或者不是发给您的。请从“待我审批”中办理。',
    'The link from the mail has ended or was not sent to you. Decide it from the list of what waits for you.',
  ])
}

async function sign(db: Kysely<Tables>, { approval, person }: LinkTo, until: number): Promise<string> {
  return createHmac('sha256', await keyOf(db))
    .update(`approve ${approval} ${person} ${until}`)
    .digest('base64url')
}

/** One key for all copies, made when first wanted. */
async function keyOf(db: Kysely<Tables>): Promise<Buffer> {
  const read = () => db.selectFrom('setting').select('value').where('key', '=', keyName).executeTakeFirst()
  const known = await read()
  if (known) return Buffer.from(String(known.value), 'base64')
  await db
    .insertInto('setting')
    .values({
      key: keyName,
      value: JSON.stringify(randomBytes(32).toString('base64')),
      updatedAt: new Date(0).toISOString(),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return Buffer.from(String((await read())?.value), 'base64')
}
