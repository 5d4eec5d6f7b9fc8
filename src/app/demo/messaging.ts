import { sql } from 'kysely'
import { channel } from '../../areas/messaging/channel/channel.record.ts'
import { keepMail } from '../../areas/messaging/incoming-mail/server/keep.ts'
import { mailbox } from '../../areas/messaging/mailbox/mailbox.record.ts'
import { noticeRule } from '../../areas/messaging/notice-rule/notice-rule.record.ts'
import { template } from '../../areas/messaging/template/template.record.ts'
import { eventSource } from '../../areas/operations/event-source/event-source.record.ts'
import { sourceSchema } from '../../areas/operations/event-source/event-source.settings.ts'
import type { Stage } from './stage.ts'

const minute = 60_000
const day = 1_440 * minute

/** The firm's ways out, stopped until somebody enters true addresses; the words of its messages; and what all on duty are told. */
export async function setUpMessages(stage: Stage): Promise<void> {
  const { clock } = stage
  clock.set(Date.parse(clock.now()) + 5 * minute)
  await stage.as('admin', async (tx) => {
    const sms = await tx.create(channel, {
      name: '短信网关',
      settings: {
        is: 'sms',
        url: 'https://sms.example.cn/send',
        type: 'json',
        body: { mobile: '{phone}', content: '{text}', key: '{secret}' },
        headers: {},
      },
    })
    const mail = await tx.create(channel, {
      name: '公司邮件',
      settings: {
        is: 'mail',
        host: 'mail.example.cn',
        port: 587,
        security: 'starttls',
        from: 'touchstone@example.cn',
        name: '信息技术部',
      },
      fallback: sms.id,
    })
    const robot = await tx.create(channel, {
      name: '值班群机器人(企业微信)',
      settings: { is: 'wecom', url: 'https://robot.example.cn/send?key=demo' },
    })
    for (const { id } of [sms, mail, robot]) await tx.act(channel, id, 'stop')
    const words = await tx.create(template, {
      name: '故障交办',
      record: 'incident',
      act: 'assigned',
      subjectZh: '【{{number}}】请处理:{{label}}',
      textZh:
        '{{by}}将故障 {{number}} 交给您处理。\n\n优先级:{{field.priority}}\n影响面:{{field.impact}}\n\n处理入口:{{link}}',
      subjectEn: '[{{number}}] Please take over: {{label}}',
      textEn:
        '{{by}} gave you incident {{number}}.\n\nPriority: {{field.priority}}\nImpact: {{field.impact}}\n\nOpen it: {{link}}',
    })
    await tx.act(template, words.id, 'use')
  })
  await stage.as('manager', (tx) =>
    tx.create(noticeRule, {
      name: '严重告警告知当班人员',
      rule: { record: 'alarm', on: ['create'], when: [{ field: 'severity', op: 'is', value: 'critical' }] },
      to: [
        { is: 'role', code: 'operator' },
        { is: 'role', code: 'engineer' },
      ],
      urgent: true,
    }),
  )
}

/** The desk's mailbox, and a letter in it from somebody who is no person of the firm: it waits to be looked at. */
export async function receiveLetters(stage: Stage): Promise<void> {
  const { id } = await stage.as('admin', (tx) =>
    tx.create(mailbox, {
      name: '服务台',
      address: 'it@example.cn',
      settings: { is: 'delivery' },
      makes: { record: 'incident', subject: 'title', text: 'description', values: { urgency: 'medium' } },
    }),
  )
  await stage.as('engineer', (tx) =>
    tx.create(eventSource, {
      name: '备份软件(邮件)',
      settings: sourceSchema.parse({ is: 'mail', mailbox: id, from: ['backup@example.cn'], rules: [fromBackups] }),
      componentFrom: 'host',
    }),
  )
  const raw = Buffer.from(letter)
  await keepMail(stage.engine, { mailbox: id, source: ['demo', '1'], raw, size: raw.length })
}

/** What the backup's own program writes of its jobs. */
const fromBackups = {
  name: '备份作业',
  subject: '\\[(?P<outcome>Failed|Success)\\] (?P<job>.+?) on (?P<host>\\S+)',
  over: '^\\[Success\\]',
  key: '{job}/{host}',
  title: '备份作业 {job} 失败({host})',
}

const letter = [
  'From: =?UTF-8?B?5Y6C5ZWG5pyN5Yqh?= <service@vendor.example>',
  'To: it@example.cn',
  'Subject: =?UTF-8?B?6KGM5oOF572R5YWz5Zu65Lu25Y2H57qn6YCa55+l?=',
  'Message-ID: <notice-1@vendor.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  '您好:\n\n行情网关 4.2 版固件修正了夜盘切换时偶发的断线。请在下次维护窗口安排升级,升级前备份配置。\n\n厂商服务热线',
  '',
].join('\r\n')

/** What happened longer than a day ago is no news to anybody who meets the firm today. */
export async function forgetOldNews({ engine }: Stage, now: number): Promise<void> {
  await sql`select graphile_worker.complete_jobs(array(
    select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'tell' and (j.payload #>> '{tellings,0,at}')::timestamptz < ${new Date(now - day).toISOString()}))`.execute(
    engine.db,
  )
}
