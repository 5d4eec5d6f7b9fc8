import type { AnyRecord, AnyRow } from '../../record/record.ts'
import type { Follow } from '../follow.ts'
import type { Tx } from '../tx.ts'

/** What every news about an approval says. */
interface News {
  /** Its id. */
  readonly approval: string
  readonly record: AnyRecord
  readonly row: AnyRow
  readonly verb: string
}

/** People who are newly asked: at the first step, at the next, or because it took too long. */
export interface AskedNews extends News {
  /** Counted from 1. */
  readonly step: number
  readonly people: readonly string[]
  /** Whoever stands in for one of them now. */
  readonly deputies: readonly string[]
  readonly escalated: boolean
}

const asking = ['approval-ask', 'approval-step', 'approval-escalate']

/** For notices: what to do when somebody is newly asked, in the same transaction. One of an area's `follows`. */
export const onAsked =
  (hear: (tx: Tx, news: AskedNews) => Promise<void>): Follow =>
  async (tx, { record, verb, after, changes }) => {
    if (!asking.includes(verb)) return
    const people = (name: string) => (changes[name]?.[1] ?? []) as readonly string[]
    await hear(tx, {
      ...about(record, after, changes),
      step: changes['step']?.[1] as number,
      people: people('asked'),
      deputies: people('deputies'),
      escalated: verb === 'approval-escalate',
    })
  }

/** How a request ended without being done, or that it will be: what whoever asked wants to hear. */
export interface EndedNews extends News {
  readonly as: 'refused' | 'void' | 'failed'
}

const endings: Readonly<Record<string, EndedNews['as']>> = {
  'approval-refuse': 'refused',
  'approval-void': 'void',
  'approval-fail': 'failed',
}

/** The same for an ending that is not the verb itself; a verb that is done after approval is a write as any other. */
export const onEnded =
  (hear: (tx: Tx, news: EndedNews) => Promise<void>): Follow =>
  async (tx, { record, verb, after, changes }) => {
    const as = endings[verb]
    if (as) await hear(tx, { ...about(record, after, changes), as })
  }

const about = (record: AnyRecord, row: AnyRow, changes: Parameters<Follow>[1]['changes']): News => ({
  record,
  row,
  approval: changes['approval']?.[1] as string,
  verb: changes['verb']?.[1] as string,
})
