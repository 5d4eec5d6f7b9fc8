import type { Words } from '../../../../record/words.ts'
import type { Comment, JournalEntry, Refs } from '../../../../web/client/types.ts'

/** One line of the story of a matter: who, what, and in what words. */
export interface Line {
  readonly id: string
  readonly at: string
  readonly text: Words
  /** What was said or done, as it was written. */
  readonly said: string | null
  readonly mine: boolean
}

type Told = (entry: JournalEntry, refs: Refs) => { readonly text: Words; readonly said?: unknown } | null

const name = (refs: Refs, id: unknown): Words => {
  const found = refs[String(id)]
  return found ? [found.label, found.label] : ['处理人员', 'somebody at the desk']
}
const after = (entry: JournalEntry, field: string) => entry.changes[field]?.[1]

/** What each act means to whoever waits for it; what is not here is nothing to them. */
const told: Readonly<Record<string, Told>> = {
  create: () => ({ text: ['已收到', 'Received'] }),
  submit: () => ({ text: ['申请已提交', 'The request was handed in'] }),
  assign: (entry, refs) => {
    const [zh, en] = name(refs, after(entry, 'assignee'))
    return { text: [`已交给${zh}处理`, `Given to ${en}`] }
  },
  start: (entry, refs) => {
    const [zh, en] = name(refs, entry.actor)
    return { text: [`${zh}开始处理`, `${en} began to work on it`] }
  },
  wait: (entry) => ({ text: ['需要等待', 'It has to wait'], said: after(entry, 'waitingFor') }),
  ask: (entry) => ({ text: ['需要您回答', 'You are asked'], said: after(entry, 'waitingFor') }),
  resume: () => ({ text: ['继续处理', 'The work goes on'] }),
  resolve: (entry) => ({ text: ['已处理好', 'It was put right'], said: after(entry, 'resolution') }),
  fulfil: (entry) => ({ text: ['已办好', 'It was done'], said: after(entry, 'outcome') }),
  reopen: (entry) => ({ text: ['重新处理', 'It is worked on again'], said: after(entry, 'reopenReason') }),
  'resolved-with': () => ({ text: ['合并处理的这件事已处理好', 'What it was worked on with was put right'] }),
  merge: () => ({ text: ['与另一件相同的事一并处理', 'It is worked on together with another one like it'] }),
  reject: (entry) => ({ text: ['未同意', 'It was not agreed to'], said: after(entry, 'rejectReason') }),
  cancel: (entry) => ({ text: ['已撤回', 'It was withdrawn'], said: after(entry, 'cancelReason') }),
  close: () => ({ text: ['已办完', 'Done'] }),
}

/** A matter told to whoever it is of, the oldest line first: what was done, and what was said in the open. Pure. */
export function storyOf(
  me: string,
  journal: readonly JournalEntry[],
  comments: readonly Comment[],
  refs: Refs,
): readonly Line[] {
  // Of what happened at one instant the journal tells the last first.
  const done = [...journal].reverse().flatMap((entry): Line[] => {
    const line = told[entry.verb]?.(entry, refs)
    if (!line) return []
    const said = typeof line.said === 'string' ? line.said : null
    return [{ id: entry.id, at: entry.at, text: line.text, said, mine: entry.actor === me }]
  })
  const spoken = comments
    .filter(({ text, withdrawnAt }) => text !== '' && withdrawnAt === null)
    .map(({ id, at, by, text }): Line => {
      const who: Words = by === me ? ['您', 'You'] : name(refs, by)
      return { id, at, text: who, said: text.replace(/@\[([^\]]+)\]\(person:[^)]+\)/g, '@$1'), mine: by === me }
    })
  return [...done, ...spoken].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}
