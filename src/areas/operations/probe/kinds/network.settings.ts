/** What each kind of probe that asks over the network is told. */
import { z } from 'zod'
import { wrong } from '../../../../record/problem.ts'
import { shaped } from '../../../../record/shape.ts'
import {
  downWhen,
  host,
  ofKind,
  path,
  percent,
  port,
  settingsOf,
  timeoutMs,
  warnMs,
  warnWhen,
} from './parts.settings.ts'

const delayMs = z.number().positive().max(10_000).optional()
export const warnDelayMs = shaped(delayMs.clone(), ['时延超过则预警(毫秒)', 'Warn above delay (ms)'])
export const downDelayMs = shaped(delayMs.clone(), ['时延超过则中断(毫秒)', 'Down above delay (ms)'])

/** A host answers echo requests: how many are lost of the latest, and how long they take. */
export const pingSettings = ofKind(
  'ping',
  settingsOf('ping', {
    host,
    packets: shaped(z.int().min(1).max(20).default(5), ['看最近几个包', 'Latest packets']),
    warnLossPercent: shaped(percent.default(20), ['丢包达到则预警(%)', 'Warn at loss (%)']),
    downLossPercent: shaped(percent.default(100), ['丢包达到则中断(%)', 'Down at loss (%)']),
    warnDelayMs,
    downDelayMs,
    timeoutMs,
  }),
)

/** How much goes through an interface of a device that is registered for SNMP (Mbit/s), or how often it errs (in a second). */
export const snmpSettings = ofKind(
  'snmp',
  settingsOf('snmp', {
    device: shaped(z.uuid(), ['设备', 'Device'], { to: 'snmp-target' }),
    /** As the device calls it, `GigabitEthernet0/0/1`. */
    name: shaped(z.string().trim().min(1).max(255), ['接口名称(ifName)', 'Interface (ifName)']),
    measure: shaped(z.enum(['in', 'out', 'errors']).default('in'), ['测量', 'Measure'], {
      choices: {
        in: ['流入(Mbit/s)', 'In (Mbit/s)'],
        out: ['流出(Mbit/s)', 'Out (Mbit/s)'],
        errors: ['错误(每秒)', 'Errors (per second)'],
      },
    }),
    warnWhen,
    downWhen,
    timeoutMs,
  }),
)

/** A TCP connection can be opened; slow when that takes longer than `warnMs`. */
export const tcpSettings = ofKind('tcp', settingsOf('tcp', { host, port, warnMs, timeoutMs }))

const days = z.number().min(0).max(3_650)

/** The certificate of a TLS server holds for a while, comes from who is trusted, and is for this name. */
export const tlsSettings = ofKind(
  'tls',
  settingsOf('tls', {
    host,
    port: shaped(port.default(443), ['端口', 'Port']),
    serverName: shaped(host.optional(), ['证书名称(不填为主机)', 'Name on it (the host without it)']),
    warnDays: shaped(days.default(30), ['剩余少于则预警(天)', 'Warn below days left']),
    downDays: shaped(days.default(7), ['剩余少于则中断(天)', 'Down below days left']),
    verifyTrust: shaped(z.boolean().default(true), ['须受信任', 'Must be trusted']),
    verifyName: shaped(z.boolean().default(true), ['名称须相符', 'Name must match']),
    /** The authority that is trusted here, instead of those that everybody trusts. */
    authority: shaped(
      z
        .string()
        .trim()
        .max(100_000)
        .regex(/^-----BEGIN CERTIFICATE-----[\s\S]+-----END CERTIFICATE-----$/)
        .optional(),
      ['自有根证书(PEM)', 'Own authority (PEM)'],
      { long: true },
    ),
    timeoutMs,
  }),
)

/** A resolver answers a question, within its time, and as expected. */
export const dnsSettings = ofKind(
  'dns',
  settingsOf('dns', {
    resolver: shaped(z.string().trim().refine(isAddress, wrong('须为 IP 地址', 'It must be an IP address')), [
      '解析服务器(IP)',
      'Resolver (IP)',
    ]),
    port: shaped(port.default(53), ['端口', 'Port']),
    name: shaped(z.string().trim().min(1).max(253), ['域名', 'Name']),
    type: shaped(z.enum(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'SRV', 'TXT']).default('A'), ['类型', 'Type']),
    expect: shaped(z.array(z.string().trim().min(1).max(1_000)).max(50).default([]), ['应答须恰为', 'Answers must be']),
    warnMs,
    timeoutMs,
  }),
)

export const url = shaped(
  z
    .url({ protocol: /^https?$/ })
    .refine(hasNoCredentials, wrong('网址中不能有密码,读者会看到', 'A URL with a password would be shown to readers')),
  ['网址', 'URL'],
)

/** False accepts a certificate that does not verify: for self-signed inner systems. */
export const verifyTls = shaped(z.boolean().default(true), ['验证证书', 'Verify certificate'])

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

/** One series on a page of metrics, told by its name and some of its labels. */
export const prometheusSettings = ofKind(
  'prometheus',
  settingsOf('prometheus', {
    url,
    metric: shaped(z.string().regex(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/), ['指标', 'Metric']),
    labels: shaped(
      z
        .array(
          z.strictObject({
            name: shaped(z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/), ['标签', 'Label']),
            value: shaped(z.string().max(1_000), ['值', 'Value']),
          }),
        )
        .max(20)
        .default([]),
      ['标签', 'Labels'],
    ),
    warnWhen,
    downWhen,
    verifyTls,
    warnMs,
    timeoutMs,
  }),
)

const compId = z
  .string()
  .trim()
  .regex(/^[!-<>-~]{1,50}$/)

/** A FIX 4.4 acceptor lets us log on and answers a test request. */
export const fixSettings = ofKind(
  'fix',
  settingsOf('fix', {
    host,
    port,
    /** Of the probe alone: a second logon ends the session of the first. */
    sender: shaped(compId.clone(), ['探测专用代码(SenderCompID)', 'Id of the probe alone (SenderCompID)']),
    target: shaped(compId.clone(), ['对方代码(TargetCompID)', 'Their id (TargetCompID)']),
    /** Name of a target; user and password are kept elsewhere and never seen here. */
    login: shaped(z.string().trim().min(1).max(100).optional(), ['登录凭据目标', 'Target with the login']),
    resetSequence: shaped(z.boolean().default(true), ['登录时重置序号', 'Reset sequence at logon']),
    warnDelayMs,
    downDelayMs,
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

/** How large a database is, and what is left of the disk or the quota that it stands on. Its largest tables are noted once an hour. */
export const databaseSettings = ofKind(
  'database',
  settingsOf('database', {
    target: shaped(z.string().trim().min(1).max(100), ['数据库目标', 'Database target']),
    /** A path on the file system where its data lies, as the prober sees it. */
    path: shaped(path.optional(), ['数据所在路径', 'Path of its data']),
    quotaMb: shaped(z.number().positive().max(1e9).optional(), ['配额(MB)', 'Quota (MB)']),
    /** So many of its largest tables are followed. */
    tables: shaped(z.int().min(0).max(50).default(10), ['跟踪最大的表(张)', 'Largest tables followed']),
    warnLeftPercent: shaped(percent.optional(), ['剩余低于则预警(%)', 'Warn below left (%)']),
    downLeftPercent: shaped(percent.optional(), ['剩余低于则中断(%)', 'Down below left (%)']),
    warnMs,
    timeoutMs: shaped(timeoutMs.clone().default(10_000), ['时限(毫秒)', 'Time limit (ms)']),
  }).refine(
    ({ path, quotaMb }) => path !== undefined || quotaMb !== undefined,
    wrong('须给出数据所在路径或配额', 'Give the path of its data, or a quota', ['quotaMb']),
  ),
)

/** A command on a host over SSH: the host by its pinned key, we by a key whose file the server's environment names. */
export const sshSettings = ofKind(
  'ssh',
  settingsOf('ssh', {
    host,
    port: shaped(port.default(22), ['端口', 'Port']),
    user: shaped(z.string().trim().min(1).max(100), ['用户名', 'User']),
    /** As `ssh-keygen -lf` prints it. */
    hostKey: shaped(
      z
        .string()
        .trim()
        .regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
      ['主机密钥指纹(SHA256:…)', 'Host key (SHA256:…)'],
    ),
    /** Name of a target: the file of a private key without passphrase. */
    key: shaped(z.string().trim().min(1).max(100), ['私钥文件目标', 'Target with the private key']),
    command: shaped(z.string().trim().min(1).max(1_000), ['命令', 'Command']),
    warnWhen,
    downWhen,
    warnMs,
    timeoutMs,
  }),
)

export type SshSettings = z.infer<typeof sshSettings>
export type PingSettings = z.infer<typeof pingSettings>
export type SnmpSettings = z.infer<typeof snmpSettings>
export type TcpSettings = z.infer<typeof tcpSettings>
export type TlsSettings = z.infer<typeof tlsSettings>
export type DnsSettings = z.infer<typeof dnsSettings>
export type PrometheusSettings = z.infer<typeof prometheusSettings>
export type FixSettings = z.infer<typeof fixSettings>
export type HttpSettings = z.infer<typeof httpSettings>
export type DatabaseSettings = z.infer<typeof databaseSettings>
export type SqlSettings = z.infer<typeof sqlSettings>

function hasNoCredentials(url: string): boolean {
  if (!URL.canParse(url)) return true // said already by the URL rule itself
  const { username, password } = new URL(url)
  return username === '' && password === ''
}

function isAddress(text: string): boolean {
  return z.union([z.ipv4(), z.ipv6()]).safeParse(text).success
}
