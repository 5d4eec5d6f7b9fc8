import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { post, refusal, textOf } from './http.ts'
import { markdownLink, plainly } from './markdown.ts'
import { type Letter, type Sender, type Setting, Undelivered } from './sender.ts'
import { cut, fitted, gist, oneLine, openLabel } from './text.ts'

/** A robot in a group of WeCom (https://developer.work.weixin.qq.com/document/path/91770): 20 a minute, 4,096 bytes of markdown. */
export const wecom = robot<'wecom'>({
  perMinute: 20,
  request: ({ settings: { url } }, letter) => {
    const content = fitted(letter.text, 4_096, (text) =>
      blocks(`**${plainly(titleOf(letter))}**`, plainly(text), linkOf(letter)).join('\n'),
    )
    return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) }
  },
  answer: z.object({ errcode: z.number(), errmsg: z.string().default('') }).transform(verdict),
  // Their system is busy; too many in a minute; too many at once.
  again: ({ code }) => [-1, 45009, 45033].includes(code),
})

/**
 * A robot in a group of DingTalk (https://open.dingtalk.com/document/orgapp/custom-robot-access): 20 a minute, and ten minutes of
 * silence for more; 20,000 bytes. Its markdown mentions nobody whom the request does not name.
 */
export const dingtalk = robot<'dingtalk'>({
  perMinute: 20,
  request: ({ settings, secret }, letter, now) => {
    const url = new URL(settings.url)
    if (secret) {
      url.searchParams.set('timestamp', String(now))
      url.searchParams.set('sign', hmac(secret, `${now}\n${secret}`))
    }
    const title = titleOf(letter)
    const shown = (text: string) =>
      // A line ends where two spaces stand before its end.
      blocks(`### ${plainly(title)}`, plainly(text).replaceAll('\n', '  \n'), linkOf(letter)).join('\n\n')
    const body = (text: string) => JSON.stringify({ msgtype: 'markdown', markdown: { title, text: shown(text) } })
    return { url: url.href, body: fitted(letter.text, 20_000, body) }
  },
  answer: z.object({ errcode: z.number(), errmsg: z.string().default('') }).transform(verdict),
  // Their system is busy; too many in a minute, by either name.
  again: ({ code }) => [-1, 130101, 410100].includes(code),
})

/**
 * A robot in a group of Feishu (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot): 100 a minute and 5 a second,
 * 30 KB. A card of plain text: nothing in it is markup, nothing mentions anybody.
 */
export const feishu = robot<'feishu'>({
  perMinute: 100,
  request: ({ settings: { url }, secret }, letter, now) => {
    const seconds = String(Math.floor(now / 1000))
    const card = (text: string) => ({
      ...(secret && { timestamp: seconds, sign: hmac(`${seconds}\n${secret}`, '') }),
      msg_type: 'interactive',
      card: {
        config: { wide_screen_mode: true },
        header: { title: plain(titleOf(letter)) },
        elements: [{ tag: 'div', text: plain(text) }, ...buttonsOf(letter)],
      },
    })
    return { url, body: fitted(letter.text, 30 * 1024, (text) => JSON.stringify(card(text))) }
  },
  answer: z.union([
    z.object({ code: z.number(), msg: z.string().default('') }).transform(({ code, msg }) => ({ code, why: msg })),
    // As robots of the first version still answer.
    z
      .object({ StatusCode: z.number(), StatusMessage: z.string().default('') })
      .transform(({ StatusCode, StatusMessage }) => ({ code: StatusCode, why: StatusMessage })),
  ]),
  // 9499 is a bad request as well as too many of them: only its words tell.
  again: ({ code, why }) => code === 11232 || (code === 9499 && /too many/i.test(why)),
})

interface Verdict {
  /** 0 is a delivery. */
  readonly code: number
  readonly why: string
}

interface Robot<K extends 'wecom' | 'dingtalk' | 'feishu'> {
  readonly perMinute: number
  /** `now` is in milliseconds since 1970. */
  request(to: Setting<K>, letter: Letter, now: number): { readonly url: string; readonly body: string }
  readonly answer: z.ZodType<Verdict>
  again(verdict: Verdict): boolean
}

/** Robots say in the answer's body what came of it, some of them with a good status whatever it was. */
function robot<K extends 'wecom' | 'dingtalk' | 'feishu'>(kind: Robot<K>): Sender<K> {
  return {
    reaches: null,
    perMinute: kind.perMinute,
    async send(to, letter, timeout) {
      // The world's time, not the house's: theirs must agree with it.
      const { url, body } = kind.request(to, letter, Date.now())
      const answer = await post(url, { 'content-type': 'application/json' }, body, timeout)
      const text = await textOf(answer)
      const { data } = kind.answer.safeParse(parsed(text))
      if (data?.code === 0 && answer.ok) return null
      if (data && data.code !== 0) throw new Undelivered(gist(`${data.code} ${data.why}`), kind.again(data))
      if (!answer.ok) throw refusal(answer.status, text)
      throw new Undelivered(gist(`No robot's answer: ${text}`), true)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function verdict({ errcode, errmsg }: { errcode: number; errmsg: string }): Verdict {
  return { code: errcode, why: errmsg }
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64')

const titleOf = ({ subject }: Letter): string => cut(oneLine(subject), 200)

const linkOf = (letter: Letter): string => (letter.link === null ? '' : markdownLink(openLabel(letter), letter.link))

const blocks = (...all: readonly string[]): string[] => all.filter((block) => block !== '')

const plain = (content: string) => ({ tag: 'plain_text', content })

const buttonsOf = (letter: Letter): object[] =>
  letter.link === null
    ? []
    : [
        {
          tag: 'action',
          actions: [{ tag: 'button', type: 'primary', text: plain(openLabel(letter)), url: letter.link }],
        },
      ]
