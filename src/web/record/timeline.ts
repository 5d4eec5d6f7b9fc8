import type { CustomField } from '../../record/custom.ts'
import type { Entry } from '../../record/registry.ts'
import type { Lang, Words } from '../../record/words.ts'
import { approvalWords, journalWords } from '../approvals/words.ts'
import type { Comment, JournalEntry, LinkKind, Refs } from '../client/types.ts'
import { clockVerbs, clockWords } from '../clocks/words.ts'
import { showInstant } from '../format/time.ts'
import { shownOf, shownOfCustom, textOf } from '../format/value.ts'
import { linkWords, words } from '../words.ts'
import { sideWords } from './side.words.ts'

export type Moment =
  | { readonly kind: 'comment'; readonly id: string; readonly at: string; readonly comment: Comment }
  | { readonly kind: 'change'; readonly id: string; readonly at: string; readonly entry: JournalEntry }

/**
 * Comments and journal as one line of time, newest first. While older journal pages are not loaded, comments from
 * before the oldest loaded entry wait for them, so that nothing appears later in between.
 */
export function timelineOf(journal: readonly JournalEntry[], comments: readonly Comment[], isWhole: boolean): Moment[] {
  const oldest = journal.at(-1)?.at ?? ''
  const moments: Moment[] = [
    // A comment stands for itself; its journal entry would say it twice.
    ...journal
      .filter(({ verb }) => plainVerb(verb) !== 'comment')
      .map((entry) => ({ kind: 'change' as const, id: entry.id, at: entry.at, entry })),
    ...comments
      .filter(({ at }) => isWhole || at >= oldest)
      .map((comment) => ({ kind: 'comment' as const, id: comment.id, at: comment.at, comment })),
  ]
  return moments.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

export interface Change {
  readonly label: string
  readonly before: string
  readonly after: string
  /** Long texts get a line of their own. */
  readonly isLong: boolean
  /** A value with a shape, unless it is a very large one, is shown as the field is: by this name, with this value. */
  readonly shaped?: { readonly name: string; readonly value: unknown }
}

/**
 * What an entry changed, in words: the state first, then as declared. Stamps of the record itself are left out, and of
 * a creation also what was left empty.
 */
export function changesOf(
  entry: Entry,
  done: JournalEntry,
  refs: Refs,
  lang: Lang,
  customs: readonly CustomField[] = [],
): Change[] {
  const { verb, changes } = done
  if (verb.startsWith('approval-')) return approvalChanges(entry, changes, lang)
  if (verb in clockVerbs) return clockChanges(entry, done, lang)
  if (plainVerb(verb) in besideVerbs) return besideChanges(changes, lang, refs)
  const declared = ['state', ...Object.keys(entry.record.fields)]
  const place = (name: string) => (declared.includes(name) ? declared.indexOf(name) : declared.length)
  return Object.entries(changes)
    .filter(([name, [, after]]) => !stamps.includes(name) && !(verb === 'create' && isEmpty(after)))
    .sort(([a], [b]) => place(a) - place(b))
    .map(([name, [before, after]]) => {
      const shown = shownOf(entry, name) ?? customs.map(shownOfCustom).find((one) => one.name === name)
      const text = textOf(shown, after, lang, refs)
      return {
        label: (shown?.label ?? entry.words.acts?.[name] ?? [name, name])[lang === 'zh' ? 0 : 1],
        before: textOf(shown, before, lang, refs),
        after: text,
        isLong: shown?.kind === 'prose' || shown?.kind === 'json' || text.length > 60,
        ...(shown?.kind === 'json' &&
          !isEmpty(after) &&
          text.length < mostShaped && { shaped: { name, value: after } }),
      }
    })
}

/** Of what hangs on a record: what a link leads to, and a file's name. Of a comment the journal keeps no words. */
function besideChanges(changes: JournalEntry['changes'], lang: Lang, refs: Refs): Change[] {
  const at = lang === 'zh' ? 0 : 1
  const textOfEnd = (end: unknown) => {
    if (typeof end !== 'object' || end === null) return String(end)
    const { id, name } = end as { id?: string; name?: string }
    const ref = refs[String(id)]
    return name ?? (ref ? `${ref.number} ${ref.label}` : words.hidden[at])
  }
  return Object.entries(changes)
    .filter(([name]) => name !== 'comment')
    .map(([name, [before, after]]) => ({
      label: linkWords[name as LinkKind]?.out[at] ?? '',
      before: '',
      after: textOfEnd(after ?? before),
      isLong: false,
    }))
}

/** Of an approval: for which verb, and what was said. Who was asked stands beside the record. */
function approvalChanges({ words: own }: Entry, changes: JournalEntry['changes'], lang: Lang): Change[] {
  const pick = (pair: Words) => pair[lang === 'zh' ? 0 : 1]
  const line = (label: Words, after: unknown): Change[] =>
    typeof after === 'string' ? [{ label: pick(label), before: '', after, isLong: after.length > 60 }] : []
  const verb = String(changes['verb']?.[1])
  const reason = changes['reason']?.[1] as Words | undefined
  return [
    ...line(approvalWords.verb, pick((own.verbs as Record<string, Words>)[verb] ?? [verb, verb])),
    ...line(approvalWords.note, changes['note']?.[1]),
    ...line(approvalWords.reason, reason && pick(reason)),
  ]
}

/** Of a clock: which, how much of its time was used up, and since when where that was told late. */
function clockChanges({ words: own }: Entry, { at, changes }: JournalEntry, lang: Lang): Change[] {
  const pick = (pair: Words) => pair[lang === 'zh' ? 0 : 1]
  const of = (name: string) => String(changes[name]?.[1])
  const line = (label: Words, after: string): Change => ({ label: pick(label), before: '', after, isLong: false })
  const name = own.clocks?.[of('clock')] ?? [of('clock'), of('clock')]
  const used = `${pick(clockWords.share)} ${Math.round(Number(of('share')) * 100)}%`
  const isLate = Date.parse(at) - Date.parse(of('at')) > 60_000
  return [line(name, used), ...(isLate ? [line(clockWords.at, showInstant(of('at'), true))] : [])]
}

/** Characters of JSON. */
const mostShaped = 1_500

const stamps = ['id', 'number', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy']

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

/** The words of what was done: a verb of the record's own, else what every record has. */
export function doneWords({ words: own }: Entry, verb: string): Words {
  const plain = plainVerb(verb)
  const ofRecord = (own.verbs as Record<string, Words>)[plain] ?? own.acts?.[plain]
  if (ofRecord) return ofRecord
  return common[plain] ?? journalWords[plain] ?? clockVerbs[plain] ?? [plain, plain]
}

/** What was done in private has the same name, with a mark behind it. */
const plainVerb = (verb: string): string => verb.replace(/:private$/, '')

const besideVerbs: Readonly<Record<string, Words>> = {
  link: words.linked,
  unlink: words.unlinked,
  attach: sideWords.attached,
  detach: sideWords.detached,
  'edit-comment': sideWords.editedComment,
  'withdraw-comment': sideWords.withdrewComment,
}

const common: Readonly<Record<string, Words>> = {
  create: words.created,
  update: words.changed,
  ...besideVerbs,
  'give-account': words.gaveAccount,
  'create-token': words.createdToken,
  'revoke-token': words.revokedToken,
  'switch-on-codes': words.switchedOnCodes,
  'switch-off-codes': words.switchedOffCodes,
  'renew-recovery-codes': words.renewedRecovery,
  'use-recovery-code': words.usedRecovery,
  'change-password': words.changedPassword,
  'add-passkey': words.addedPasskey,
  'remove-passkey': words.removedPasskey,
  'end-session': words.endedSession,
  'end-sessions': words.endedSessions,
  'link-identity': words.linkedIdentity,
  'rename-account': words.renamedAccount,
  'enable-account': words.enabledAccount,
}
