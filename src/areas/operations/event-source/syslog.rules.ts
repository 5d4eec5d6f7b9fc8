import type { SyslogRule, SyslogSettings } from './event-source.settings.ts'
import { facilityNames, severityNames } from './event-source.settings.ts'
import { asSaid, heldIn, line, type Notice, unrepeated } from './notice.rules.ts'

/** One message, as far as rules look at it. */
export interface SyslogMessage {
  readonly facility: string
  /** 0 is the worst, 7 for those who look for mistakes. */
  readonly severity: number
  readonly host: string | null
  readonly app: string | null
  readonly text: string
}

/** A message by RFC 5424 or, as it was before, by RFC 3164; what is neither is a notice of a user, as that says. */
export function messageOf(raw: string): SyslogMessage {
  const said = raw.replace(/[\r\n\0]+$/, '')
  const [, pri, rest = ''] = /^<(\d{1,3})>(.*)$/s.exec(said) ?? []
  const level = Number(pri ?? 256)
  if (level >= facilityNames.length * 8) return { facility: 'user', severity: 5, host: null, app: null, text: said }
  const of = { facility: facilityNames[level >> 3] as string, severity: level & 7 }
  return { ...of, ...(modern(rest) ?? old(rest)) }
}

type Said = Pick<SyslogMessage, 'host' | 'app' | 'text'>

/** `1 2026-11-24T01:00:00Z host app 17 ID [structured data] text` */
function modern(rest: string): Said | null {
  const [head, host, app] = /^1 \S+ (\S+) (\S+) \S+ \S+ /.exec(rest) ?? []
  if (head === undefined) return null
  const after = rest.slice(head.length)
  // A value within may hold an escaped quote, or the bracket that ends its element.
  const [data] = /^(?:-|(?:\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\])+)(?: |$)/s.exec(after) ?? ['']
  return { host: known(host), app: known(app), text: after.slice(data.length).replace(/^\uFEFF/, '') }
}

/** `Nov 24 09:00:00 host app[17]: text` */
function old(rest: string): Said {
  const [, host, tag, text] =
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (\S+) (?:([^\s:[\]]{1,48})(?:\[[^\]]*\])?: ?)?(.*)$/s.exec(rest) ?? []
  return { host: known(host), app: known(tag), text: text ?? rest }
}

const known = (word: string | undefined): string | null => (word === undefined || word === '-' ? null : word)

/** What the rules of a source make of its messages, in their order; the same said again and again is one. */
export function noticesOfSyslog(
  messages: readonly SyslogMessage[],
  { rules }: SyslogSettings,
  componentFrom: string | null,
): Notice[] {
  return unrepeated(
    messages.flatMap((message) => {
      const rule = rules.find((one) => applies(one, message))
      return rule ? [noticeOf(message, rule, componentFrom)] : []
    }),
  )
}

function noticeOf(message: SyslogMessage, rule: SyslogRule, componentFrom: string | null): Notice {
  const { host, app, text } = message
  return {
    key: [rule.name, host ?? '', app ?? ''].join('/'),
    start: null,
    over: heldIn(rule.over, text),
    severity: rule.severity,
    title: asSaid(line([host, text].filter((part) => part !== null).join(':') || rule.name, 180)),
    note: line([rule.name, app].filter((part) => part !== null).join(' · '), 200),
    component: componentFrom === 'app' ? app : host,
    at: null,
  }
}

const applies = (rule: SyslogRule, { facility, severity, text }: SyslogMessage): boolean =>
  (rule.facilities.length === 0 || rule.facilities.some((one) => one === facility)) &&
  (heldIn(rule.over, text) ||
    (severity <= severityNames.indexOf(rule.atLeast) && (rule.contains.length === 0 || heldIn(rule.contains, text))))
