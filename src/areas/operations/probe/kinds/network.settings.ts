/** What each kind of probe that asks over the network is told. */
import { z } from 'zod'
import { wrong } from '../../../../record/problem.ts'
import { shaped } from '../../../../record/shape.ts'
import { downWhen, host, ofKind, port, settingsOf, timeoutMs, warnMs, warnWhen } from './parts.settings.ts'

/** A TCP connection can be opened; slow when that takes longer than `warnMs`. */
export const tcpSettings = ofKind('tcp', settingsOf('tcp', { host, port, warnMs, timeoutMs }))

const url = shaped(
  z
    .url({ protocol: /^https?$/ })
    .refine(hasNoCredentials, wrong('网址中不能有密码,读者会看到', 'A URL with a password would be shown to readers')),
  ['网址', 'URL'],
)

/** False accepts a certificate that does not verify: for self-signed inner systems. */
const verifyTls = shaped(z.boolean().default(true), ['验证证书', 'Verify certificate'])

/** `GET url` answers with a status in the range and, where asked, the right content. Redirects are answers, not followed. */
export const httpSettings = ofKind(
  'http',
  settingsOf('http', {
    url,
    status: shaped(
      z
        .strictObject({
          from: shaped(z.int().min(100).max(599), ['自', 'From']),
          to: shaped(z.int().min(100).max(599), ['至', 'To']),
        })
        .refine(({ from, to }) => from <= to, wrong('起不能大于止', 'from must not be above to', ['to']))
        .default({ from: 200, to: 299 }),
      ['状态码', 'Status'],
    ),
    contains: shaped(z.string().min(1).max(1_000).optional(), ['须含文字', 'Must contain']),
    json: shaped(
      z
        .strictObject({
          /** `status`, `checks.db.ready`, `nodes[0].state`; a leading `$.` is allowed. */
          path: shaped(z.string().regex(/^(\$\.)?[^.[\]\s]+(\[\d+\])*(\.[^.[\]\s]+(\[\d+\])*)*$/), ['路径', 'Path']),
          equals: shaped(z.union([z.string(), z.number(), z.boolean(), z.null()]), ['须等于', 'Must equal']),
        })
        .optional(),
      ['JSON 内容', 'JSON content'],
    ),
    verifyTls,
    warnMs,
    timeoutMs,
  }),
)

/** One SELECT on a named database target; its first column of its first row may be compared. */
export const sqlSettings = ofKind(
  'sql',
  settingsOf('sql', {
    /** Name of a database target; the connection string is kept elsewhere and never seen here. */
    target: shaped(z.string().trim().min(1).max(100), ['数据库目标', 'Database target']),
    statement: shaped(z.string().trim().min(1).max(4_000), ['查询', 'Statement'], { long: true }),
    warnWhen,
    downWhen,
    warnMs,
    timeoutMs,
  }),
)

export type TcpSettings = z.infer<typeof tcpSettings>
export type HttpSettings = z.infer<typeof httpSettings>
export type SqlSettings = z.infer<typeof sqlSettings>

function hasNoCredentials(url: string): boolean {
  if (!URL.canParse(url)) return true // said already by the URL rule itself
  const { username, password } = new URL(url)
  return username === '' && password === ''
}
