import { RE2JS } from 're2js'
import type { MailRule, MailSettings } from './event-source.settings.ts'
import { asSaid, line, type Notice } from './notice.rules.ts'

/** A letter, as far as rules look at it. */
export interface Letter {
  readonly from: string
  readonly subject: string
  readonly text: string
}

/** No more of a text is looked at than this, in characters. */
const mostText = 20_000

/** As it is kept, and may be tried: two lines of a head, an empty one, and the text. */
export const writtenLetter = ({ from, subject, text }: Letter): string =>
  `From: ${from}\nSubject: ${subject}\n\n${text.slice(0, mostText)}`

export function letterOf(written: string): Letter {
  const [head = '', ...rest] = written.split(/\r?\n\r?\n/)
  const said = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  return { from: said('from').toLowerCase(), subject: said('subject'), text: rest.join('\n\n') }
}

/** Is it from one whom a source listens to? By its address, or by the domain of that. */
export const isFrom = ({ from }: MailSettings, sender: string): boolean =>
  from.some((one) => sender === one || (one.startsWith('@') && sender.endsWith(one)))

/** What the first rule that fits makes of a letter; nothing where none does. Patterns are RE2: they end (decision 15). */
export function noticeOfLetter(letter: Letter, { rules }: MailSettings, componentFrom: string | null): Notice | null {
  for (const rule of rules) {
    const found = foundBy(rule, letter)
    if (found) return noticeOf(letter, rule, found, componentFrom)
  }
  return null
}

type Found = Readonly<Record<string, string>>

function foundBy({ subject, text }: MailRule, letter: Letter): Found | null {
  const inSubject = subject === undefined ? {} : groupsOf(subject, letter.subject)
  const inText = text === undefined ? {} : groupsOf(text, letter.text)
  return inSubject && inText && { ...inSubject, ...inText }
}

/** What the named groups of a pattern found; null where it is not found at all. */
function groupsOf(pattern: string, within: string): Found | null {
  const compiled = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE)
  const matcher = compiled.matcher(within.slice(0, mostText))
  if (!matcher.find()) return null
  return Object.fromEntries(Object.keys(compiled.namedGroups()).map((name) => [name, matcher.group(name) ?? '']))
}

function noticeOf(letter: Letter, rule: MailRule, found: Found, componentFrom: string | null): Notice {
  const values: Found = { from: letter.from, subject: letter.subject, rule: rule.name, ...found }
  const fill = (text: string, most: number) =>
    line(
      text.replace(/\{([^{}]+)\}/g, (_all, name: string) => values[name.trim()] ?? ''),
      most,
    )
  const over = rule.over
  return {
    key: fill(rule.key, 200) ? `${rule.name}/${fill(rule.key, 200)}` : rule.name,
    start: null,
    over: over !== undefined && [letter.subject, letter.text].some((part) => groupsOf(over, part) !== null),
    severity: rule.severity,
    title: asSaid(fill(rule.title, 180) || rule.name),
    note: line([rule.name, letter.from].join(' · '), 200),
    component: componentFrom
      ? fill(componentFrom.includes('{') ? componentFrom : `{${componentFrom}}`, 100) || null
      : null,
    at: null,
  }
}
