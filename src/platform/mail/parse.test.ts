import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { bounce, from, gbk, raw, word } from './mail.testing.ts'
import { BadMail, mostMailBytes, parseMail } from './parse.ts'

const subjectOf = async (line: string | Buffer, more: string[] = []) =>
  (await parseMail(Buffer.concat([Buffer.from('Subject: '), Buffer.from(line), raw(['', from, ...more])]))).subject

describe('the letters of a mail', () => {
  it('labelled gb2312 and written in GBK read as they were written (R10)', async () => {
    expect(await subjectOf('=?gb2312?B?1eLKx7rcu7W1xE1pbnVzIKhDIEJsYWJsYQ==?=')).toBe('这是很坏的Minus – Blabla')
  })

  it.each([
    ['gb2312', '朱镕基 㐀 𠀀 –'],
    ['GB2312', '朱镕基 €'],
    ['gbk', '𠮷野家'],
    ['x-gbk', '𠮷'],
    ['gb18030', '㐀𠀀'],
    ['big5', '這是標題'],
    ['utf-8', '表情 🙂'],
  ])('labelled %s in a subject read %s', async (charset, text) => {
    const bytes = iconv.encode(text, /^(x-)?gb/i.test(charset) ? 'gb18030' : charset)
    expect(await subjectOf(word(charset, bytes))).toBe(text)
  })

  it('cut in two between encoded words, in the midst of a letter, come together', async () => {
    const bytes = gbk('关于黄金交易终端无法登录')
    expect(await subjectOf(`${word('gb2312', bytes.subarray(0, 9))}\r\n ${word('gb2312', bytes.subarray(9))}`)).toBe(
      '关于黄金交易终端无法登录',
    )
  })

  it('of a header without any label are GBK where they are no UTF-8', async () => {
    expect(await subjectOf(gbk('终端登录不了'))).toBe('终端登录不了')
    expect(await subjectOf(Buffer.from('终端登录不了'))).toBe('终端登录不了')
    const mail = await parseMail(Buffer.concat([Buffer.from('From: "'), gbk('王伟'), raw(['" <wang@firm.example>'])]))
    expect(mail.from).toEqual({ address: 'wang@firm.example', name: '王伟' })
  })

  it.each([
    ['Content-Type: text/plain; charset=gb2312', '正文 – 㐀'],
    ['Content-Type: text/plain; charset="GBK"', '𠮷'],
    ['Content-Type: text/plain', '没有标签'],
    ['X-Mailer: 脚本', '没有类型'],
  ])('of a body under %s read %s', async (type, text) => {
    const mail = await parseMail(raw([from, type, 'Content-Transfer-Encoding: 8bit'], gbk(`${text}\r\n`)))
    expect(mail.text).toBe(text)
  })

  it('of UTF-8 stay what they are without a label', async () => {
    expect((await parseMail(raw([from], '没有标签的正文'))).text).toBe('没有标签的正文')
  })

  it('of Japan (ISO-2022-JP) are read in head and body', async () => {
    const head = [from, 'Subject: =?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=', 'Content-Type: text/plain; charset=ISO-2022-JP']
    const mail = await parseMail(raw(head, '\u001b$B%F%9%H\u001b(B ok'))
    expect(mail).toMatchObject({ subject: 'テスト', text: 'テスト ok' })
  })

  it('come out of quoted-printable and base64, with soft breaks amid a letter', async () => {
    const type = 'Content-Type: text/plain; charset=utf-8'
    const quoted = raw([from, type, 'Content-Transfer-Encoding: quoted-printable'], '=E9=BB=84=E9=\n=87=91 =3D 1\n')
    expect((await parseMail(quoted)).text).toBe('黄金 = 1')
    const base64 = raw(
      [from, 'Content-Type: text/plain; charset=gb2312', 'Content-Transfer-Encoding: base64'],
      `${gbk('黄金 㐀').toString('base64')}\n`,
    )
    expect((await parseMail(base64)).text).toBe('黄金 㐀')
  })

  it('in the name of a file are read, whichever way they are written', async () => {
    const part = (disposition: string | Buffer) =>
      Buffer.concat([
        Buffer.from('--x\r\nContent-Disposition: attachment; '),
        Buffer.from(disposition),
        Buffer.from('\r\n\r\n1\r\n'),
      ])
    const mail = await parseMail(
      Buffer.concat([
        raw([from, 'Content-Type: multipart/mixed; boundary=x']),
        part(`filename="${word('gb2312', gbk('报表㐀.xlsx'))}"`),
        part(`filename*=gb2312''${[...gbk('报表.xlsx')].map((b) => `%${b.toString(16)}`).join('')}`),
        part(Buffer.concat([Buffer.from('filename="'), gbk('报表.docx'), Buffer.from('"')])),
        part('filename="../../etc/x"'),
        Buffer.from('--x--\r\n'),
      ]),
    )
    expect(mail.files.map(({ name }) => name)).toEqual(['报表㐀.xlsx', '报表.xlsx', '报表.docx', expect.any(String)])
  })

  it('that nobody sees, and NUL, are left out', async () => {
    const mail = await parseMail(raw([from, 'Subject: a\u0000b\u0007c'], 'x\u0000y   \n\n\n\n\n\nz'))
    expect(mail).toMatchObject({ subject: 'abc', text: 'xy\n\n\nz' })
  })
})

describe('what is read of a mail', () => {
  it('is whom it is from, what it answers, when it was written', async () => {
    const mail = await parseMail(
      raw(
        [
          from,
          'To: it@firm.example',
          'Subject: Re: x',
          'Message-ID: <3@firm.example>',
          'In-Reply-To: <2@firm.example>',
          'References: <0@firm.example>',
          '  <1@firm.example> <2@firm.example>',
          'Date: Tue, 24 Nov 2026 09:30:00 +0800 (CST)',
        ],
        'ok',
      ),
    )
    expect(mail).toMatchObject({
      from: { address: 'li@firm.example', name: '李' },
      messageId: '<3@firm.example>',
      answers: ['<2@firm.example>', '<1@firm.example>', '<0@firm.example>'],
      date: '2026-11-24T01:30:00.000Z',
      automatic: null,
    })
  })

  it('is the plain text beside the HTML, or what the HTML says where there is none', async () => {
    const both = raw(
      [from, 'Content-Type: multipart/alternative; boundary=b'],
      '--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<b>rich</b>\n--b--\n',
    )
    expect((await parseMail(both)).text).toBe('plain')
    const html = raw(
      [from, 'Content-Type: text/html; charset=utf-8'],
      '<style>p{}</style><p>第一段</p><p>第二段<br>续</p><script>alert(1)</script><blockquote>旧</blockquote>',
    )
    expect((await parseMail(html)).text).toBe('第一段\n\n第二段\n续\n\n> 旧')
  })

  it('has pictures within it, and mails that were sent on, as files', async () => {
    const mail = await parseMail(
      raw(
        [from, 'Content-Type: multipart/related; boundary=b'],
        `--b
Content-Type: text/html

<img src="cid:1">
--b
Content-Type: image/png
Content-ID: <1>
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b
Content-Type: message/rfc822

From: other@firm.example
Subject: inner

[INC-202611-0001] inner text
--b--
`,
      ),
    )
    expect(mail.files.map(({ name }) => name)).toEqual(['1.png', '2.eml'])
    expect(mail.text).not.toContain('inner')
  })

  it.each([
    ['two authors', ['From: a@firm.example, b@firm.example']],
    ['two heads', ['From: a@firm.example', 'From: b@firm.example']],
    ['a name for an address', ['From: Li']],
    ['an address hidden in an encoded word', [`From: ${word('utf-8', Buffer.from('boss@firm.example'))}`]],
    ['nobody', ['To: it@firm.example']],
  ])('is nobody where it names %s', async (_what, head) => {
    expect((await parseMail(raw(head, 'x'))).from).toBeNull()
  })

  it('takes a name that looks like an address for no address', async () => {
    expect((await parseMail(raw(['From: "boss@firm.example" <evil@evil.example>']))).from?.address).toBe(
      'evil@evil.example',
    )
  })

  it('has no date where that is none', async () => {
    expect((await parseMail(raw([from, 'Date: yesterday']))).date).toBeNull()
    expect((await parseMail(raw([from, 'Date: Tue, 24 Nov 99999 09:30:00 +0800']))).date).toBeNull()
  })
})

describe('a machine’s mail is known', () => {
  it.each([
    ['auto-submitted', ['Auto-Submitted: auto-replied', 'Subject: Re: x']],
    ['auto-submitted', ['Auto-Submitted: auto-generated; owner-email="a@b.cn"']],
    ['auto-submitted', ['X-Autoreply: yes']],
    ['auto-submitted', [`Subject: ${word('gb2312', gbk('自动回复: 故障'))}`]],
    ['auto-submitted', ['Subject: Automatic reply: Incident', 'X-Auto-Response-Suppress: All']],
    ['auto-submitted', ['Subject: Out of Office: Incident']],
    ['empty-return-path', ['Return-Path: <>']],
    ['empty-return-path', ['Return-Path:']],
    ['bulk', ['Precedence: bulk']],
    ['bulk', ['Precedence: junk']],
    ['list', ['List-Id: =?utf-8?q?x?= <all.firm.example>']],
  ])('as %s by %j', async (reason, head) => {
    expect((await parseMail(raw([from, ...head], 'x'))).automatic).toBe(reason)
  })

  it('as a report that something was not delivered', async () => {
    expect(await parseMail(bounce)).toMatchObject({
      automatic: 'report',
      text: expect.stringContaining('User unknown'),
    })
  })

  it.each([
    [['Auto-Submitted: no']],
    [['X-Auto-Response-Suppress: All']],
    [['Return-Path: <li@firm.example>']],
    [['Precedence: first-class']],
    [['Subject: the out of office printer is broken']],
  ])('and a person’s is not taken for one: %j', async (head) => {
    expect((await parseMail(raw([from, ...head], 'x'))).automatic).toBeNull()
  })
})

describe('a broken mail', () => {
  it.each([
    ['a part that never ends', 'multipart/mixed; boundary=b', '--b\nContent-Type: text/plain\n\nhello', 'hello'],
    ['base64 that is none', 'text/plain\r\nContent-Transfer-Encoding: base64', 'aGVsbG8%%%=', 'hello'],
    ['an unknown charset', 'text/plain; charset=x-nobody', 'hello', 'hello'],
    ['UTF-7', 'text/plain; charset=utf-7', 'hello +ADw-script+AD4-', 'hello +ADw-script+AD4-'],
    ['an unknown encoding', 'text/plain\r\nContent-Transfer-Encoding: rot13', 'hello', 'hello'],
  ])('with %s is read as far as it goes', async (_what, type, body, text) => {
    expect((await parseMail(raw([from, `Content-Type: ${type}`], body))).text).toContain(text)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256))],
    ['a page', Buffer.from('<html>\n\nhello')],
    ['one endless head', raw([from, `X: ${'x'.repeat(400_000)}`])],
    ['a thousand parts', raw([from, 'Content-Type: multipart/mixed; boundary=b'], '--b\n\nx\n'.repeat(1_000))],
    [
      'parts within parts',
      raw(
        [from],
        Array.from({ length: 2_000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join(
          '',
        ),
      ),
    ],
    ['too many bytes', raw([from], Buffer.alloc(mostMailBytes))],
  ])('of %s is refused, and soon', async (_what, bytes) => {
    await expect(parseMail(bytes)).rejects.toThrow(BadMail)
  })

  it('of markup without end, or of a million old answers, takes no time', async () => {
    const begun = performance.now()
    const deep = raw([from, 'Content-Type: text/html'], '<div>'.repeat(50_000))
    await parseMail(deep)
    await parseMail(raw([from, `References: ${'<a@b>'.repeat(40_000)}`], 'x'))
    await parseMail(raw([from], `${' '.repeat(200_000)}x`))
    await parseMail(raw([from, 'Content-Type: multipart/mixed; boundary=b'], '--b'.repeat(300_000)))
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})
