import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connection } from '../../../../platform/db/pool.ts'
import { raw } from '../../../../platform/mail/mail.testing.ts'
import { mostMailBytes } from '../../../../platform/mail/parse.ts'
import { asSystem } from '../../../../record/actor.ts'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../../../../testing/dovecot.ts'
import { person } from '../../../organisation/person/person.record.ts'
import { mailbox } from '../../mailbox/mailbox.record.ts'
import { allMail, makeMailbox, takeAll } from '../incoming-mail.testing.ts'
import { fetchAll } from './fetch.ts'

let app: TestApp
let dovecot: Dovecot
let locks: pg.Client
let box: string

describe.skipIf(!hasDovecot)('a mailbox on an IMAP server', () => {
  beforeAll(async () => {
    dovecot = await startDovecot()
    app = await testApp()
    locks = new pg.Client(connection(app.url))
    await locks.connect()
    const li = await app.person('business')
    await app.inTx(asSystem('test'), (tx) => tx.update(person, li.id, { email: 'li@firm.example' }))
    box = await makeMailbox(app, { settings: place() })
    await setPassword(dovecot.password)
  }, 60_000)
  afterAll(async () => {
    await locks?.end()
    await app?.close()
    await dovecot?.stop()
  })
  beforeEach(async () => {
    await change({ settings: place() })
    await setPassword(dovecot.password)
  })

  const place = (some: object = {}) => ({
    is: 'imap' as const,
    host: '127.0.0.1',
    port: dovecot.port,
    security: 'none' as const,
    user: dovecot.user,
    folder: 'INBOX',
    ...some,
  })
  const change = (values: object) => app.inTx(asSystem('test'), (tx) => tx.update(mailbox, box, values as never))
  const setPassword = async (value: string) =>
    (await app.as(await app.person('admin'))).post(`/api/mailboxes/${box}/set-secret`, { value })
  const fetch = async () => {
    await fetchAll(app.engine, locks)
    await takeAll(app.engine)
  }
  const mailOf = (subject: string, body: string | Buffer = '1') =>
    raw(['From: li@firm.example', `Subject: ${subject}`, `Message-ID: <${subject}@firm.example>`], body)
  const titles = async () =>
    (await app.engine.db.selectFrom('incident').select('title').orderBy('id').execute()).map(({ title }) => title)
  const row = () => app.engine.db.selectFrom('mailbox').selectAll().where('id', '=', box).executeTakeFirstOrThrow()

  it('gives what nobody has seen, once, and has it marked as seen', async () => {
    await dovecot.put(mailOf('first'))
    await dovecot.put(mailOf('second'))
    await fetch()
    expect(await titles()).toEqual(['first', 'second'])
    expect((await dovecot.list()).every(({ flags }) => flags.includes('\\Seen'))).toBe(true)
    await fetch()
    expect(await allMail(app)).toHaveLength(2)
  })

  it('gives nothing twice where we ended before it could be marked', async () => {
    await dovecot.put(mailOf('crash'))
    await fetch()
    await dovecot.unsee()
    const before = (await allMail(app)).length
    await fetch()
    expect(await allMail(app)).toHaveLength(before)
    expect((await titles()).filter((title) => title === 'crash')).toHaveLength(1)
    expect((await dovecot.list()).every(({ flags }) => flags.includes('\\Seen'))).toBe(true)
  })

  it('says so where what is ours cannot be moved', async () => {
    await change({ settings: place({ moveTo: 'Nowhere' }) })
    await dovecot.put(mailOf('stays'))
    await fetch()
    expect(await titles()).toContain('stays')
    expect(await row()).toMatchObject({
      unreachableSince: expect.any(String),
      trouble: expect.stringContaining('Nowhere'),
    })
    await change({ settings: place() })
    await fetch()
    expect(await row()).toMatchObject({ unreachableSince: null, trouble: null })
  })

  it('moves what is ours where it is to', async () => {
    await change({ settings: place({ moveTo: 'Done' }) })
    await dovecot.put(mailOf('moved'))
    const before = (await dovecot.list('Done')).length
    await fetch()
    expect(await titles()).toContain('moved')
    expect(await dovecot.list('Done')).toHaveLength(before + 1)
  })

  it('goes on after a mail that is broken, and one that is too large to fetch', async () => {
    await dovecot.put(
      raw(['From: li@firm.example', 'Content-Type: multipart/mixed; boundary=b'], '--b\n\nx\n'.repeat(1_000)),
    )
    await dovecot.put(mailOf('large', Buffer.alloc(mostMailBytes, 'x\r\n')))
    await dovecot.put(mailOf('after'))
    await fetch()
    expect((await allMail(app)).slice(-3)).toMatchObject([
      { state: 'quarantined', why: 'unreadable' },
      { state: 'quarantined', why: 'too-large', digest: null },
      { state: 'created', subject: 'after' },
    ])
    const large = (await allMail(app)).at(-2)
    const client = await app.as(await app.person('admin'))
    const released = await client.post(`/api/incoming-mails/${large?.id}/release`, {})
    expect(released).toMatchObject({ status: 422, body: { code: 'guarded' } })
  }, 30_000)

  it('goes on after a mail that could not be kept, and takes it the next time', async () => {
    await app.sql(`alter table incoming_mail add constraint none check (subject <> 'unlucky')`)
    await dovecot.put(mailOf('unlucky'))
    await dovecot.put(mailOf('lucky'))
    await fetch()
    expect(await titles()).toContain('lucky')
    expect(await titles()).not.toContain('unlucky')
    await app.sql('alter table incoming_mail drop constraint none')
    await fetch()
    expect(await titles()).toContain('unlucky')
  })

  it('says since when it cannot be read and why, once, and that it can again', async () => {
    await setPassword('wrong')
    await fetch()
    const since = (await row()).unreachableSince
    expect(await row()).toMatchObject({ unreachableSince: app.clock.now(), trouble: expect.stringMatching(/auth/i) })
    app.clock.set('2026-11-24T02:30:00.000Z')
    await fetch()
    expect((await row()).unreachableSince).toBe(since)
    await setPassword(dovecot.password)
    await fetch()
    expect(await row()).toMatchObject({ unreachableSince: null, trouble: null })
  })

  it('gets no password over a connection that should be encrypted and is not', async () => {
    await change({ settings: place({ security: 'starttls' }) })
    await setPassword(dovecot.password)
    await fetch()
    expect((await row()).trouble).toMatch(/STARTTLS/i)
  })

  it('is fetched by one copy of the server at a time', async () => {
    await dovecot.put(mailOf('one'))
    const other = new pg.Client(connection(app.url))
    await other.connect()
    await Promise.all([fetchAll(app.engine, locks), fetchAll(app.engine, other)])
    await takeAll(app.engine)
    await other.end()
    expect((await titles()).filter((title) => title === 'one')).toHaveLength(1)
  })
})
