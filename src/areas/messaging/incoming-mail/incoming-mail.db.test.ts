import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bounce, gbk, raw, word } from '../../../platform/mail/mail.testing.ts'
import type { Listener } from '../../../platform/mail/smtp.ts'
import { asSystem, type PersonActor } from '../../../record/actor.ts'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { person } from '../../organisation/person/person.record.ts'
import { incident } from '../../service/incident/incident.record.ts'
import { channel } from '../channel/channel.record.ts'
import { mailbox } from '../mailbox/mailbox.record.ts'
import { message } from '../message/message.record.ts'
import { queueMessages } from '../message/server/queue.ts'
import { allMail, makeMailbox, takeAll } from './incoming-mail.testing.ts'
import { takeDeliveries } from './server/delivery.ts'

const morning = '2026-11-24T01:30:00.000Z'
const eicar = 'a virus'

let app: TestApp
let smtp: Listener
let box: string
let way: string
let li: PersonActor
let manager: PersonActor
let admin: PersonActor

beforeAll(async () => {
  app = await testApp({
    now: morning,
    scan: async (bytes) => ((await text(bytes)).includes(eicar) ? 'Eicar' : null),
  })
  li = await app.person('business')
  manager = await app.person('manager')
  admin = await app.person('admin')
  for (const [one, email] of [
    [li, 'Li@Firm.example'],
    [manager, 'wang@firm.example'],
  ] as const)
    await app.inTx(asSystem('test'), (tx) => tx.update(person, one.id, { email }))
  way = (
    await app.inTx(asSystem('test'), (tx) =>
      tx.create(channel, {
        name: '邮件',
        settings: { is: 'mail', host: '127.0.0.1', port: 9, security: 'none', from: 'it@firm.example' },
      }),
    )
  ).id
  box = await makeMailbox(app, { answerThrough: way })
  smtp = await takeDeliveries(app.engine, { host: '127.0.0.1', port: 0 })
}, 60_000)
afterAll(async () => {
  await smtp?.stop()
  await app?.close()
})

beforeEach(async () => {
  app.clock.set(morning)
  await app.sql('delete from graphile_worker._private_jobs')
  await app.sql(`update message set created_at = created_at - interval '1 day'`)
  await app.sql(`update incoming_mail set created_at = created_at - interval '1 day'`)
  await change({ outsiders: false, settings: { is: 'delivery' } })
})

const change = (values: object) => app.inTx(asSystem('test'), (tx) => tx.update(mailbox, box, values as never))

let count = 0

/** Hands a mail over as the server before us would, and has it processed; answers what became of it. */
async function arrives(head: readonly string[], body: string | Buffer = '正文', sender = 'li@firm.example') {
  const id = head.some((line) => /^message-id:/i.test(line)) ? [] : [`Message-ID: <${++count}@firm.example>`]
  await deliver(raw([...id, ...head], body), sender)
  await takeAll(app.engine)
  return (await allMail(app)).at(-1) as Awaited<ReturnType<typeof allMail>>[number]
}

async function deliver(bytes: Buffer, sender = 'li@firm.example', to: string | string[] = 'it@firm.example') {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port, ignoreTLS: true })
  return transport.sendMail({ envelope: { from: sender, to }, raw: bytes })
}

const incidents = () => app.engine.db.selectFrom('incident').selectAll().orderBy('id').execute()
const comments = (id: string) =>
  app.engine.db.selectFrom('comment').select(['by', 'text', 'private']).where('recordId', '=', id).execute()
const answers = () =>
  app.engine.db
    .selectFrom('message')
    .selectAll()
    .where('why', '=', 'answer')
    .where('createdAt', '>=', morning)
    .orderBy('id')
    .execute()
const reported = (by: PersonActor = li) => app.inTx(by, (tx) => tx.create(incident, { title: '终端无法登录' }))

/** A mail of ours about a record, as it went out. */
async function weSent(to: PersonActor, about: { id: string }, messageId: string): Promise<void> {
  await app.inTx(asSystem('notify'), async (tx) => {
    const [queued] = await queueMessages(tx, [
      {
        channel: way,
        why: 'assigned',
        lang: 'zh',
        address: 'x@firm.example',
        subject: 'x',
        text: 'x',
        person: to.id,
        about: { record: 'incident', id: about.id },
      },
    ])
    await tx.act(message, queued?.id ?? '', 'send', { sentAt: tx.now, messageId } as never)
  })
}

const fromLi = 'From: =?UTF-8?B?5p2O?= <li@firm.example>'
const outsider = 'From: Somebody <someone@elsewhere.example>'

describe('a mail of somebody of the firm', () => {
  it('makes the record of its mailbox, as theirs, with its files; the mail stays as it came', async () => {
    const mail = await arrives(
      [
        fromLi,
        'Subject: =?gb2312?B?1eLKx7rcu7W1xE1pbnVzIKhDIEJsYWJsYQ==?=',
        'Content-Type: multipart/mixed; boundary=b',
      ],
      `--b\nContent-Type: text/plain; charset=utf-8\n\n第一行\n> 转来的\n--b\nContent-Disposition: attachment; filename="${word('gb2312', gbk('截图.png'))}"\nContent-Type: image/png\n\n<html><script>1</script></html>\n--b--\n`,
    )
    expect(mail).toMatchObject({
      state: 'created',
      why: 'new',
      from: 'li@firm.example',
      fromName: '李',
      person: li.id,
      subject: '这是很坏的Minus – Blabla',
      record: 'incident',
    })
    const made = (await incidents()).at(-1)
    expect(made).toMatchObject({
      id: mail.recordId,
      title: '这是很坏的Minus – Blabla',
      description: '第一行\n> 转来的',
      urgency: 'high',
      createdBy: li.id,
    })
    const client = await app.as(li)
    const files = (await client.get(`/api/incidents/${made?.id}/attachments`)).body.items
    expect(files).toMatchObject([{ name: '截图.png', mediaType: 'text/html', by: li.id, verdict: 'checking' }])
    const [first] = (await client.get(`/api/incidents/${made?.id}/journal`)).body.items.slice(-1)
    expect(first).toMatchObject({ verb: 'create', actor: li.id, via: 'mail' })

    const own = await client.get(`/api/incoming-mails/${mail.id}`)
    expect(own.status).toBe(200)
    const [kept] = (await client.get(`/api/incoming-mails/${mail.id}/attachments`)).body.items
    expect(kept).toMatchObject({ name: 'mail.eml', digest: mail.digest, size: mail.size })
    expect((await (await app.as(manager)).get(`/api/incoming-mails/${mail.id}`)).status).toBe(404)
    const near = (await (await app.as(admin)).get(`/api/incidents/${made?.id}/links`)).body
    expect(JSON.stringify(near)).toContain(mail.number)
  })

  it('is answered once in ten minutes, in their language, so that two machines do not talk to each other', async () => {
    const mail = await arrives([fromLi, 'Subject: 打印机'])
    const made = (await incidents()).at(-1)
    expect(await answers()).toMatchObject([
      {
        address: 'li@firm.example',
        person: li.id,
        subject: `[${made?.number}] 已收到:打印机`,
        recordId: made?.id,
        link: `http://127.0.0.1:7300/incidents/${made?.number}`,
        source: `${mail.id}:answer`,
      },
    ])
    await arrives([fromLi, 'Subject: 又一封'])
    expect(await answers()).toHaveLength(1)
    app.clock.set('2026-11-24T01:40:01.000Z')
    await arrives([fromLi, 'Subject: 再一封'])
    expect(await answers()).toHaveLength(2)
  })

  it('that answers a mail of ours is said on its record, without what it quotes', async () => {
    const made = await reported()
    await weSent(li, made, '<ours-1@firm.example>')
    const mail = await arrives(
      [fromLi, 'Subject: Re: x', 'References: <0@firm.example>', 'In-Reply-To: <ours-1@firm.example>'],
      '好了。\n\n在 2026年11月24日，09:30，试金石 <it@firm.example> 写道：\n> 请看',
    )
    expect(mail).toMatchObject({ state: 'answered', why: 'reply', recordId: made.id })
    expect(await comments(made.id)).toEqual([{ by: li.id, text: '好了。', private: false }])
    expect(await answers()).toEqual([])
  })

  it('with a number in brackets is said there if they may read it, and else put aside', async () => {
    const own = await reported()
    expect(await arrives([fromLi, `Subject: 回复: [${own.number.toLowerCase()}] ok`], 'ok')).toMatchObject({
      state: 'answered',
      why: 'number',
    })
    expect(await comments(own.id)).toMatchObject([{ text: 'ok' }])
    const other = await reported(manager)
    const aside = await arrives([fromLi, `Subject: 【${other.number}】 ok`], 'ok')
    const none = await arrives([fromLi, 'Subject: [INC-202001-0001] ok'], 'ok')
    expect([aside, none]).toMatchObject([
      { state: 'quarantined', why: 'refused' },
      { state: 'quarantined', why: 'refused' },
    ])
    expect(await comments(other.id)).toEqual([])
    expect((await arrives([fromLi, `Subject: 类似 ${own.number}`])).why).toBe('new')
  })

  it('that answers what went to somebody else is put aside, where they may not read it', async () => {
    const made = await reported(manager)
    await weSent(manager, made, '<ours-2@firm.example>')
    const mail = await arrives([fromLi, 'Subject: Re: x', 'In-Reply-To: <ours-2@firm.example>'], 'hi')
    expect(mail).toMatchObject({
      state: 'quarantined',
      why: 'refused',
      detail: expect.stringContaining('没有这条记录'),
    })
    expect(await comments(made.id)).toEqual([])
  })

  it('that says nothing of its own is put aside; one with a file alone is not', async () => {
    const made = await reported()
    const about = `Subject: [${made.number}]`
    expect(await arrives([fromLi, about], '> 只有引用')).toMatchObject({ state: 'quarantined', why: 'empty' })
    const withFile = '--b\nContent-Disposition: attachment; filename=1.txt\n\n1\n--b--\n'
    await arrives([fromLi, about, 'Content-Type: multipart/mixed; boundary=b'], withFile)
    expect(await comments(made.id)).toMatchObject([{ text: '见附件。' }])
  })

  it('that comes twice makes one record', async () => {
    const bytes = raw([fromLi, 'Subject: 两次', 'Message-ID: <twice@firm.example>'], '1')
    await deliver(bytes)
    const before = (await allMail(app)).length
    await deliver(bytes)
    expect(await allMail(app)).toHaveLength(before)
    await takeAll(app.engine)
    const again = await arrives([fromLi, 'Subject: 两次', 'Message-ID: <twice@firm.example>', 'X-Way: other'], '1')
    expect(again).toMatchObject({ state: 'ignored', why: 'duplicate' })
    expect((await incidents()).filter(({ title }) => title === '两次')).toHaveLength(1)
  })

  it('without a subject or a text becomes a record all the same, and an endless subject fits', async () => {
    await arrives([fromLi], '只有正文\n第二行')
    expect((await incidents()).at(-1)).toMatchObject({ title: '只有正文' })
    await arrives([fromLi, 'Subject: 只有主题'], '')
    expect((await incidents()).at(-1)).toMatchObject({ title: '只有主题', description: null })
    await arrives([fromLi, `Subject: ${'长'.repeat(400)}`])
    expect((await incidents()).at(-1)?.title).toHaveLength(200)
  })

  it('of which there is no end is put aside from the thirty-first on', async () => {
    for (let n = 0; n < 30; n++) await deliver(raw([fromLi, `Subject: 第 ${n} 封`], '1'))
    await takeAll(app.engine)
    expect(await arrives([fromLi, 'Subject: 又一封'])).toMatchObject({ state: 'quarantined', why: 'too-many' })
  })

  it('that the record would not take is put aside, and says why', async () => {
    await change({
      makes: { record: 'incident', subject: 'title', text: 'description', values: { team: app.engine.newId() } },
    })
    const mail = await arrives([fromLi, 'Subject: x'])
    expect(mail).toMatchObject({ state: 'quarantined', why: 'refused', detail: expect.stringContaining('不存在') })
    await change({ makes: { record: 'incident', subject: 'title', text: 'description', values: {} } })
  })
})

describe('a machine’s mail (R10)', () => {
  it.each([
    ['auto-submitted', raw([fromLi, 'Subject: Re: x', 'Auto-Submitted: auto-replied']), 'li@firm.example'],
    ['empty-return-path', raw([fromLi, 'Subject: x']), ''],
    ['report', bounce, ''],
    ['list', raw([fromLi, 'Subject: x', 'List-Id: <all.firm.example>']), 'li@firm.example'],
  ])('makes nothing and is never answered: %s', async (why, bytes, sender) => {
    const before = (await incidents()).length
    await deliver(bytes, sender)
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'ignored', why })
    expect(await incidents()).toHaveLength(before)
    expect(await answers()).toEqual([])
  })
})

describe('an outsider’s mail (R10)', () => {
  it('is put aside, where whoever administers sees it and lets it through or discards it', async () => {
    const before = (await incidents()).length
    const mail = await arrives([outsider, 'Subject: 你好'], '来自外部')
    expect(mail).toMatchObject({ state: 'quarantined', why: 'outsider', person: null })
    expect(await incidents()).toHaveLength(before)
    expect(await answers()).toEqual([])

    const client = await app.as(admin)
    const listed = (await client.get('/api/incoming-mails?state=quarantined&limit=200')).body.items
    expect(listed.map((one: { id: string }) => one.id)).toContain(mail.id)
    expect((await client.post(`/api/incoming-mails/${mail.id}/release`, {})).status).toBe(200)
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'created', why: 'new', releasedBy: admin.id })
    expect((await incidents()).at(-1)).toMatchObject({ title: '你好', createdBy: null })

    const other = await arrives([outsider, 'Subject: 广告'])
    expect((await client.post(`/api/incoming-mails/${other.id}/discard`, {})).status).toBe(200)
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'discarded' })
  })

  it('is theirs once they are somebody of the firm and it is let through', async () => {
    const mail = await arrives(['From: new@firm.example', 'Subject: 新人'])
    expect(mail).toMatchObject({ state: 'quarantined', why: 'outsider' })
    const checker = await app.person('checker')
    await app.inTx(asSystem('test'), (tx) => tx.update(person, checker.id, { email: 'new@firm.example' }))
    await (await app.as(admin)).post(`/api/incoming-mails/${mail.id}/release`, {})
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'created', person: checker.id })
    expect((await incidents()).at(-1)).toMatchObject({ title: '新人', createdBy: checker.id })
  })

  it('with a number in its subject, or that answers a mail of ours, posts to nothing, even where outsiders may write', async () => {
    await change({ outsiders: true })
    const made = await reported()
    await weSent(li, made, '<ours-3@firm.example>')
    for (const head of [`Subject: [${made.number}] ok`, 'In-Reply-To: <ours-3@firm.example>'])
      expect(await arrives([outsider, head], 'ok')).toMatchObject({ state: 'quarantined', why: 'outsider-reply' })
    expect(await comments(made.id)).toEqual([])

    const mail = (await allMail(app)).at(-1)
    await (await app.as(admin)).post(`/api/incoming-mails/${mail?.id}/release`, {})
    await takeAll(app.engine)
    expect(await comments(made.id)).toEqual([
      { by: admin.id, text: `来信 ${mail?.number},发件人 someone@elsewhere.example:\n\nok`, private: false },
    ])
  })

  it('makes a record where its mailbox lets it, as nobody’s', async () => {
    await change({ outsiders: true })
    expect(await arrives([outsider, 'Subject: 客户来信'])).toMatchObject({ state: 'created' })
    expect((await incidents()).at(-1)).toMatchObject({ title: '客户来信', createdBy: null })
    expect(await answers()).toMatchObject([{ address: 'someone@elsewhere.example', person: null, link: null }])
  })

  it('under a name of the firm is put aside where the mail server did not find it genuine', async () => {
    await change({ settings: { is: 'delivery', authserv: 'mx.firm.example' } })
    const forged = await arrives([fromLi, 'Subject: 请转账', 'Authentication-Results: mx.firm.example; dmarc=fail'])
    const bare = await arrives([fromLi, 'Subject: 请转账', 'Authentication-Results: mx.evil.example; dmarc=pass'])
    expect([forged, bare]).toMatchObject([
      { state: 'quarantined', why: 'unauthentic' },
      { state: 'quarantined', why: 'unauthentic' },
    ])
    expect(
      await arrives([fromLi, 'Subject: 真的', 'Authentication-Results: mx.firm.example; dmarc=pass']),
    ).toMatchObject({ state: 'created' })
  })

  it('that names two authors is nobody’s', async () => {
    expect(await arrives(['From: li@firm.example, wang@firm.example', 'Subject: x'])).toMatchObject({
      state: 'quarantined',
      why: 'no-sender',
      from: null,
    })
  })
})

describe('one bad mail (R10)', () => {
  it('is put aside with its bytes, and the rest go on', async () => {
    await deliver(raw([fromLi, 'Subject: 坏', 'Content-Type: multipart/mixed; boundary=b'], '--b\n\nx\n'.repeat(1_000)))
    await deliver(raw([fromLi, 'Subject: 好'], '1'))
    await takeAll(app.engine)
    const [bad, good] = (await allMail(app)).slice(-2)
    expect(bad).toMatchObject({ state: 'quarantined', why: 'unreadable', digest: expect.any(String) })
    expect(bad?.detail).toBeTruthy()
    expect(good).toMatchObject({ state: 'created', subject: '好' })
    const [kept] = (await (await app.as(admin)).get(`/api/incoming-mails/${bad?.id}/attachments`)).body.items
    expect(kept).toMatchObject({ name: 'mail.eml', size: bad?.size })
  })

  it('whose bytes are gone is put aside too', async () => {
    await deliver(raw([fromLi, 'Subject: 没了'], '1'))
    const mail = (await allMail(app)).at(-1)
    await app.engine.files.part('attachments').remove(mail?.digest ?? '')
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'quarantined', why: 'fault' })
  })
})

describe('the delivery', () => {
  /** Says lines to the server and answers the codes it said. */
  async function dialogue(...lines: string[]): Promise<string[]> {
    const socket = connect(smtp.port, '127.0.0.1')
    const heard = createInterface(socket)[Symbol.asyncIterator]()
    const codes: string[] = []
    for (const line of ['', ...lines, 'QUIT']) {
      if (line !== '') socket.write(`${line}\r\n`)
      let said = ''
      do said = (await heard.next()).value ?? ''
      while (said[3] === '-')
      codes.push(said.slice(0, 3))
    }
    socket.end()
    await once(socket, 'close')
    return codes
  }

  it('takes mail for its own addresses and for no other, and passes none on', async () => {
    const to = (address: string) => `RCPT TO:<${address}>`
    expect(
      await dialogue(
        'EHLO x',
        'MAIL FROM:<a@b.example>',
        to('it@firm.example'),
        to('IT@Firm.Example'),
        to('boss@firm.example'),
        to('someone@elsewhere.example'),
        'AUTH PLAIN AGEAYg==',
        'VRFY it',
      ),
    ).toEqual(['220', '250', '250', '250', '250', '550', '550', '500', expect.any(String), '221'])
    await app.inTx(asSystem('test'), (tx) => tx.act(mailbox, box, 'stop'))
    await expect(deliver(raw([fromLi]))).rejects.toMatchObject({ responseCode: 550 })
    await app.inTx(asSystem('test'), (tx) => tx.act(mailbox, box, 'resume'))
  })

  it('refuses what is too large, whether it was announced or not', async () => {
    const large = Buffer.alloc(26 * 1024 ** 2, 'x\r\n')
    await expect(deliver(Buffer.concat([raw([fromLi]), large]))).rejects.toMatchObject({ responseCode: 552 })
    const codes = await dialogue('EHLO x', 'MAIL FROM:<a@b.example> SIZE=99999999')
    expect(codes[2]).toBe('552')
  })

  it('asks to come again where the mail could not be kept, and takes it then', async () => {
    await app.sql('alter table incoming_mail add constraint none check (false) not valid')
    const bytes = raw([fromLi, 'Subject: 再来'], '1')
    await expect(deliver(bytes)).rejects.toMatchObject({ responseCode: 451 })
    await app.sql('alter table incoming_mail drop constraint none')
    await deliver(bytes)
    await takeAll(app.engine)
    expect((await allMail(app)).at(-1)).toMatchObject({ state: 'created', subject: '再来' })
  })

  it('brings one mail to each mailbox it is for, once', async () => {
    await makeMailbox(app, { name: '另一个', address: 'other@firm.example' })
    await deliver(raw([fromLi, 'Subject: 两处'], '1'), 'li@firm.example', [
      'it@firm.example',
      'other@firm.example',
      'IT@firm.example',
    ])
    expect((await allMail(app)).filter(({ subject }) => subject === '两处')).toHaveLength(2)
  })
})

describe('a mailbox', () => {
  const faulty = { name: 'x', settings: { is: 'delivery' }, address: 'x@firm.example' }
  const makes = { record: 'incident', subject: 'title', text: 'description', values: {} }
  it.each([
    ['address', { ...faulty, address: 'nobody', makes }],
    ['makes.record', { ...faulty, makes: { ...makes, record: 'message' } }],
    ['makes.record', { ...faulty, makes: { ...makes, record: 'constructor' } }],
    ['makes.subject', { ...faulty, makes: { ...makes, subject: 'priority' } }],
    ['makes.text', { ...faulty, makes: { ...makes, text: 'toString' } }],
    ['makes.text', { ...faulty, makes: { ...makes, text: 'title' } }],
    ['makes.values.impact', { ...faulty, makes: { ...makes, values: { impact: 'none' } } }],
    ['makes.values', { ...faulty, makes: { ...makes, values: { priority: 'p1' } } }],
  ])('that could make nothing is refused at %s', async (path, body) => {
    const answer = await (await app.as(admin)).post('/api/mailboxes', body)
    expect(answer.status, JSON.stringify(answer.body)).toBe(422)
    expect(answer.body.errors.map((one: { path: string }) => one.path)).toContain(path)
  })

  it('sends receipts through mail alone', async () => {
    const robot = await app.inTx(asSystem('test'), (tx) =>
      tx.create(channel, { name: '群', settings: { is: 'wecom', url: 'http://127.0.0.1:9/' } }),
    )
    const answer = await (await app.as(admin)).post('/api/mailboxes', { ...faulty, makes, answerThrough: robot.id })
    expect(answer.body.errors).toMatchObject([{ path: 'answerThrough' }])
  })

  it('keeps its password from everybody, and forgets it when it turns to another server', async () => {
    const client = await app.as(admin)
    const settings = { is: 'imap', host: 'imap.firm.example', user: 'it' }
    const body = { name: '收', address: 'Fetch@firm.example', settings, makes }
    const { item } = (await client.post('/api/mailboxes', body)).body
    expect(item).toMatchObject({ address: 'fetch@firm.example', settings: { port: 993, folder: 'INBOX' } })
    const at = `/api/mailboxes/${item.id}`
    expect((await client.post(`${at}/set-secret`, { value: '口令-1' })).body).toMatchObject({ secretSet: true })
    const seen = JSON.stringify([(await client.get(at)).body, (await client.get(`${at}/journal`)).body])
    expect(seen).toContain('set-secret')
    expect(seen).not.toContain('口令-1')
    const { version } = (await client.get(at)).body.item
    const moved = await client.patch(at, { version, settings: { ...item.settings, folder: 'Other' } })
    expect(moved.body.item.secretSet).toBe(true)
    const turned = await client.patch(at, {
      version: moved.body.item.version,
      settings: { ...item.settings, host: 'imap.evil.example' },
    })
    expect(turned.status).toBe(200)
    expect((await client.get(at)).body.item.secretSet).toBe(false)
    expect(await app.sql('select value from secret where id = $1', [item.id])).toEqual([])
  })
})
