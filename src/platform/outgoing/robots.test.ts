import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { httpServer, letterOf, refusalOf } from './outgoing.testing.ts'
import { dingtalk, feishu, wecom } from './robots.ts'
import type { Letter, Sender } from './sender.ts'

const robots = { wecom, dingtalk, feishu }
type Kind = keyof typeof robots

/** Sends by a robot that answers so; answers what the robot was sent. */
async function told(kind: Kind, answer: unknown, letter: Letter, secret: string | null = null, status = 200) {
  const server = await httpServer((response) =>
    response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer)),
  )
  const sender = robots[kind] as Sender<'wecom'>
  const url = `${server.url}/robot/send?access_token=abc`
  const sent = sender.send({ settings: { is: kind as 'wecom', url }, secret }, letter, 2_000)
  const outcome = await sent.then(
    () => null,
    () => refusalOf(sent),
  )
  return { outcome, path: server.received[0]?.path ?? '', body: server.received[0]?.body ?? '' }
}

const good = {
  wecom: { errcode: 0, errmsg: 'ok' },
  dingtalk: { errcode: 0, errmsg: 'ok' },
  feishu: { code: 0, msg: 'success' },
}

const hostile = letterOf({
  subject: '<@all> **粗** [点我](https://evil.example)\n# 大',
  text: '# 标题?\n> 引用\n  # 又一个\n<font color="warning">红</font> <@zhang> `rm` a # b > c @all @13800000001',
  link: 'https://it/1?q=(a) b<c>',
})

describe('a WeCom robot', () => {
  it('is told in markdown', async () => {
    const { outcome, path, body } = await told('wecom', good.wecom, letterOf())
    expect(outcome).toBeNull()
    expect(path).toBe('/robot/send?access_token=abc')
    expect(JSON.parse(body)).toEqual({
      msgtype: 'markdown',
      markdown: {
        content: '**严重告警:交易前置 延迟过高**\n第一行\n第二行\n[查看](https://it.firm.example/incidents/INC-1)',
      },
    })
  })

  it("takes nobody's words for markup, a link or a mention", async () => {
    const { markdown } = JSON.parse((await told('wecom', good.wecom, hostile)).body)
    expect(markdown.content).toBe(
      [
        '**＜@all> ＊＊粗＊＊ ［点我](https://evil.example) # 大**',
        '＃ 标题?\n＞ 引用\n  ＃ 又一个',
        '＜font color="warning">红＜/font> ＜@zhang> ｀rm｀ a # b > c @all @13800000001',
        '[查看](https://it/1?q=%28a%29%20b%3Cc%3E)',
      ].join('\n'),
    )
  })

  it('is told no more than 4,096 bytes, the link among them', async () => {
    const { body } = await told('wecom', good.wecom, letterOf({ text: '<金>\n'.repeat(2_000) }))
    const { content } = JSON.parse(body).markdown
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096)
    expect(Buffer.byteLength(content)).toBeGreaterThan(4_086)
    expect(content).toMatch(/…\n\[查看\]\(https:.*INC-1\)$/)
    expect(content).not.toContain('\uFFFD')
  })

  it.each([
    [{ errcode: 45009, errmsg: 'api freq out of limit' }, true],
    [{ errcode: -1, errmsg: 'system busy' }, true],
    [{ errcode: 93000, errmsg: 'invalid webhook url' }, false],
    [{ errcode: 40008, errmsg: 'invalid message type' }, false],
  ])('that answers %j with a good status is tried again: %s', async (answer, again) => {
    const { outcome } = await told('wecom', answer, letterOf())
    expect(outcome).toEqual({ reason: `${answer.errcode} ${answer.errmsg}`, again })
  })
})

describe('a DingTalk robot', () => {
  it('is told in markdown, signed where there is a key', async () => {
    const secret = 'SEC000000000000000000000'
    const before = Date.now()
    const { outcome, path, body } = await told('dingtalk', good.dingtalk, letterOf({ lang: 'en' }), secret)
    expect(outcome).toBeNull()
    expect(JSON.parse(body)).toEqual({
      msgtype: 'markdown',
      markdown: {
        title: '严重告警:交易前置 延迟过高',
        text: '### 严重告警:交易前置 延迟过高\n\n第一行  \n第二行\n\n[Open](https://it.firm.example/incidents/INC-1)',
      },
    })
    const query = new URL(path, 'http://robot').searchParams
    const timestamp = query.get('timestamp')
    expect(query.get('access_token')).toBe('abc')
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(query.get('sign')).toBe(createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
  })

  it('is asked without a signature where there is no key', async () => {
    expect((await told('dingtalk', good.dingtalk, letterOf())).path).toBe('/robot/send?access_token=abc')
  })

  it("takes nobody's words for markup or a link, and mentions nobody", async () => {
    const { at, markdown } = JSON.parse((await told('dingtalk', good.dingtalk, hostile)).body)
    expect(at).toBeUndefined()
    expect(markdown.text).toContain(
      '### ＜@all> ＊＊粗＊＊ ［点我](https://evil.example) # 大\n\n＃ 标题?  \n＞ 引用  \n  ＃ 又一个',
    )
  })

  it('is told no more than 20,000 bytes in all', async () => {
    const { body } = await told('dingtalk', good.dingtalk, letterOf({ text: '"金"\n'.repeat(5_000) }))
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(20_000)
    expect(JSON.parse(body).markdown.text).toMatch(/…\n\n\[查看\]/)
  })

  it.each([
    [{ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, true],
    [{ errcode: 410100, errmsg: '发送速度太快而限流' }, true],
    [{ errcode: -1, errmsg: '系统繁忙' }, true],
    [{ errcode: 310000, errmsg: 'sign not match' }, false],
    [{ errcode: 400101, errmsg: 'access_token不存在' }, false],
  ])('that answers %j with a good status is tried again: %s', async (answer, again) => {
    const { outcome } = await told('dingtalk', answer, letterOf())
    expect(outcome).toEqual({ reason: `${answer.errcode} ${answer.errmsg}`, again })
  })
})

describe('a Feishu robot', () => {
  it('is told by a card, signed where there is a key', async () => {
    const before = Math.floor(Date.now() / 1000)
    const { outcome, body } = await told('feishu', good.feishu, letterOf(), '一个密钥')
    expect(outcome).toBeNull()
    const { timestamp, sign, ...message } = JSON.parse(body)
    expect(timestamp).toMatch(/^\d{10}$/)
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before)
    expect(sign).toBe(createHmac('sha256', `${timestamp}\n一个密钥`).digest('base64'))
    const plain = (content: string) => ({ tag: 'plain_text', content })
    expect(message).toEqual({
      msg_type: 'interactive',
      card: {
        config: { wide_screen_mode: true },
        header: { title: plain('严重告警:交易前置 延迟过高') },
        elements: [
          { tag: 'div', text: plain('第一行\n第二行') },
          {
            tag: 'action',
            actions: [{ tag: 'button', type: 'primary', text: plain('查看'), url: letterOf().link }],
          },
        ],
      },
    })
  })

  it('is told words as they are, in plain text only, without a button where there is nothing to open', async () => {
    const { body } = await told('feishu', good.feishu, { ...hostile, link: null })
    const { card, ...rest } = JSON.parse(body)
    expect(rest).toEqual({ msg_type: 'interactive' })
    expect(card.elements).toEqual([{ tag: 'div', text: { tag: 'plain_text', content: hostile.text } }])
  })

  it('is told no more than 30 KB in all', async () => {
    const { body } = await told('feishu', good.feishu, letterOf({ text: '"金"\n'.repeat(10_000) }))
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(30 * 1024)
    expect(JSON.parse(body).card.elements[0].text.content).toMatch(/^"金"\n.*…$/s)
  })

  it.each([
    [{ code: 11232, msg: 'frequency limited' }, 200, true],
    [{ code: 9499, msg: 'too many request' }, 429, true],
    [{ code: 9499, msg: 'Bad Request' }, 400, false],
    [{ code: 19021, msg: 'sign match fail or timestamp is not within one hour' }, 200, false],
  ])('that answers %j with status %i is tried again: %s', async (answer, status, again) => {
    const { outcome } = await told('feishu', answer, letterOf(), null, status)
    expect(outcome).toEqual({ reason: `${answer.code} ${answer.msg}`, again })
  })

  it('may answer as robots of the first version do', async () => {
    expect((await told('feishu', { StatusCode: 0, StatusMessage: 'success' }, letterOf())).outcome).toBeNull()
  })
})

describe.each(Object.keys(robots) as Kind[])('whoever answers in the place of %s', (kind) => {
  it('delivers nothing, whatever they answer with a good status', async () => {
    const { outcome } = await told(kind, '<html>\nSign in to the network</html>', letterOf())
    expect(outcome).toEqual({ reason: "No robot's answer: <html> Sign in to the network</html>", again: true })
    expect((await told(kind, {}, letterOf())).outcome).toMatchObject({ again: true })
  })

  it('is judged by the status where that is bad', async () => {
    expect((await told(kind, 'gone', letterOf(), null, 404)).outcome).toEqual({ reason: 'HTTP 404 gone', again: false })
    expect((await told(kind, '', letterOf(), null, 502)).outcome).toEqual({ reason: 'HTTP 502', again: true })
    expect((await told(kind, good[kind], letterOf(), null, 500)).outcome).toMatchObject({ again: true })
  })
})
