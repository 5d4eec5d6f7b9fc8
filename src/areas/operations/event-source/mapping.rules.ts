import { type Fault, fault } from '../../../record/problem.ts'
import type { JsonSettings, Severities } from './event-source.settings.ts'
import { asSaid, line, type Notice, severityOf } from './notice.rules.ts'

/** What one delivery may hold. */
const mostEvents = 10_000
const mostKey = 300

export type Read = { readonly notices: readonly Notice[] } | { readonly faults: readonly Fault[] }

interface Rule {
  readonly mapping: JsonSettings
  readonly componentFrom: string | null
  readonly severities: Severities
}

/**
 * What JSON of any shape says, by a mapping that is data: texts with `{path.to.value}` in them, as in `{host}/{checks.0.name}`.
 * Names every place that the content lacks or that holds no plain value.
 */
export function noticesByMapping(content: unknown, rule: Rule): Read {
  const { list } = rule.mapping
  const found = list ? at(content, list) : Array.isArray(content) ? content : [content]
  if (!Array.isArray(found))
    return { faults: [fault(list ?? '', 'no-list', '这里应当是事件的列表。', 'This must be a list of events.')] }
  if (found.length > mostEvents)
    return { faults: [fault(list ?? '', 'too-many', `最多 ${mostEvents} 条。`, `At most ${mostEvents} events.`)] }
  const faults: Fault[] = []
  const notices = found.map((one, n) => {
    const place = [list, found === content || list ? n : undefined].filter((part) => part !== undefined)
    const notice = noticeOf(one, rule, (path) => faults.push(missing([...place, path].join('.'))))
    if (notice.key.length === 0 || notice.key.length > mostKey) faults.push(badKey(place.join('.')))
    return notice
  })
  return faults.length > 0 ? { faults } : { notices }
}

function noticeOf(one: unknown, { mapping, componentFrom, severities }: Rule, lacks: (path: string) => void): Notice {
  const wanted = (text: string) => filled(text, one, lacks)
  const perhaps = (text: string | null | undefined) => (text ? filled(text, one, () => {}) : '')
  const state = perhaps(mapping.state).trim().toLowerCase()
  const key = wanted(mapping.key).trim()
  return {
    key,
    start: instantOf(perhaps(mapping.start)),
    over: mapping.over.some((word) => word.toLowerCase() === state),
    severity: severityOf(perhaps(mapping.severity), severities),
    title: asSaid(line(wanted(mapping.title), 180) || key),
    note: line(perhaps(mapping.note), 200) || null,
    component: perhaps(componentFrom && asText(componentFrom)).trim() || null,
    at: null,
  }
}

/** A path alone stands for what is there. */
const asText = (text: string): string => (text.includes('{') ? text : `{${text}}`)

function filled(text: string, from: unknown, lacks: (path: string) => void): string {
  return text.replace(/\{([^{}]+)\}/g, (_all, path: string) => {
    const value = at(from, path.trim())
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
    lacks(path.trim())
    return ''
  })
}

/** What stands at a path: `host`, `alerts.0.labels.severity`; undefined where nothing does. */
function at(from: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (now, name) =>
        now !== null && typeof now === 'object' && Object.hasOwn(now, name)
          ? (now as Record<string, unknown>)[name]
          : undefined,
      from,
    )
}

/** An instant as monitoring writes it: ISO 8601 with its zone, or seconds or milliseconds since 1970; null where it is neither. */
function instantOf(text: string): string | null {
  const said = text.trim()
  const ms = /^\d{9,11}(\.\d+)?$/.test(said) ? Number(said) * 1_000 : /^\d{12,14}$/.test(said) ? Number(said) : null
  if (ms !== null) return new Date(ms).toISOString()
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i.test(said)
  return zoned && !Number.isNaN(Date.parse(said)) ? new Date(said).toISOString() : null
}

const missing = (path: string): Fault =>
  fault(path, 'missing', '映射要用到的值不在内容里。', 'The mapping wants a value that is not there.')

const badKey = (path: string): Fault =>
  fault(path, 'bad-key', `归并标识须有 1 到 ${mostKey} 个字符。`, `The key must have 1 to ${mostKey} characters.`)
