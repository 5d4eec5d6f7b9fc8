import { expect, it } from 'vitest'
import { replyOf } from './reply.ts'

const said = '好的,今晚处理。'

it.each([
  ['marks before lines', `${said}\n\n> 请尽快处理\n> 谢谢`],
  ['marks of two levels', `${said}\n>> 一\n> 二\n＞ 三`],
  [
    'Gmail',
    `${said}\n\nOn Tue, Nov 24, 2026 at 9:30 AM Touchstone <it@firm.example> wrote:\n\n> INC-202611-0001\n> hello`,
  ],
  [
    'Gmail, broken into lines',
    `${said}\n\nOn Tue, Nov 24, 2026 at 9:30 AM Touchstone of the Firm, Department\n<touchstone-long-name@firm.example>\nwrote:\n\n> hello`,
  ],
  ['Gmail in Chinese', `${said}\n\n试金石 <it@firm.example> 于2026年11月24日周二 09:30写道：\n\n> 已收到`],
  ['Gmail in Chinese, broken', `${said}\n\n试金石 <it@firm.example>\n于2026年11月24日周二 09:30写道：\n\n> 已收到`],
  ['Apple Mail in Chinese', `${said}\n\n在 2026年11月24日，上午9:30，试金石 <it@firm.example> 写道：\n\n> 已收到`],
  [
    'a phone without marks',
    `${said}\n\n发自我的iPhone\n\n在 2026年11月24日，09:30，试金石 <it@firm.example> 写道：\n\n﻿已收到您的来信`,
  ],
  ['NetEase', `${said}\n\n\n\n\nAt 2026-11-24 09:30:00, "试金石" <it@firm.example> wrote:\n>已收到\n`],
  ['NetEase in Chinese', `${said}\n\n在 2026-11-24 09:30:00，"试金石" <it@firm.example> 写道：\n\n已收到`],
  ['NetEase Master', `${said}\n\n---- 回复的原邮件 ----\n| 发件人 | 试金石 |\n| 日期 | 2026年11月24日 |`],
  [
    'QQ Mail',
    `${said}\n\n\n\n------------------ 原始邮件 ------------------\n发件人: "试金石" <it@firm.example>;\n发送时间: 2026年11月24日\n`,
  ],
  ['QQ Mail with its spaces', `${said}\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人:`],
  ['QQ Mail in English', `${said}\n\n------------------ Original ------------------\nFrom: "x"`],
  ['Outlook', `${said}\n\n-----Original Message-----\nFrom: Touchstone\nSent: Tuesday\nTo: Li\n\nhello`],
  [
    'Outlook in Chinese',
    `${said}\n\n-----原始邮件-----\n发件人: 试金石\n发送时间: 2026年11月24日 9:30\n收件人: 李\n主题: 你好\n\n正文`,
  ],
  [
    'Outlook without its line',
    `${said}\n\n发件人: 试金石 <it@firm.example>\n发送时间: 2026年11月24日 9:30\n收件人: 李 <li@firm.example>\n主题: [INC-202611-0001]\n\n正文`,
  ],
  [
    'Outlook, in the bold of its HTML',
    `${said}\n\n*From:* Touchstone\n*Sent:* Tuesday\n*To:* Li\n*Subject:* x\n\nbody`,
  ],
  [
    'Outlook on the web',
    `${said}\n________________________________\nFrom: Touchstone <it@firm.example>\nSent: Tuesday\nTo: Li\nSubject: x\n\nbody`,
  ],
  [
    'Foxmail',
    `${said}\n\n\n\n李\n\n \n发件人： 试金石\n发送时间： 2026-11-24 09:30\n收件人： 李\n主题： x\n正文`.replace(
      '\n李\n',
      '\n',
    ),
  ],
  ['a signature', `${said}\n\n-- \n李 信息技术部\n电话 1234`],
  ['a phone', `${said}\n\nSent from my iPhone`],
])('only one’s own words are kept, whatever quotes below them: %s', (_program, text) => {
  expect(replyOf(text)).toBe(said)
})

it('words between and below a quote are kept', () => {
  expect(replyOf('On 2026-11-24, Li <li@firm.example> wrote:\n> 一?\n\n是。\n\n> 二?\n否。\n')).toBe('是。\n\n否。')
})

it.each([
  '会上他说:明天写道',
  '发件人: 这一栏是空的,请看截图。',
  'From: now on we use the new front end.\nThanks',
  '他在报告中写道:系统正常。',
  '温度 > 30 度\n- 第一\n-- 第二\n--\u00a0第三',
  'On Monday I will look at it.\nAt 9:30.',
  `${'x'.repeat(500)} 2026 wrote:`,
])('prose is not taken for a quote: %j', (text) => expect(replyOf(text)).toBe(text))

it('nothing of one’s own is nothing', () => {
  expect(replyOf('> 只有引用\n')).toBe('')
  expect(replyOf('')).toBe('')
})

it('takes no time, however long or odd', () => {
  const begun = performance.now()
  for (const odd of [
    'On 2026 '.repeat(30_000),
    `${'在2026'.repeat(60)}\n`.repeat(2_000),
    '_'.repeat(200_000),
    '\n_________________'.repeat(10_000),
    'From:\n'.repeat(20_000),
  ])
    replyOf(odd)
  expect(performance.now() - begun).toBeLessThan(2_000)
})
