import type { ComponentType, ReactNode } from 'react'
import type { Entry } from '../record/registry.ts'
import type { Rule } from '../record/rule.ts'
import type { Words } from '../record/words.ts'
import type { Refs, Row } from './client/types.ts'

/** Loads a screen only when it is looked at: `() => import('./Duty.tsx').then((m) => m.Duty)`. */
export type Load<P = object> = () => Promise<ComponentType<P>>

/** A screen that no record's declaration gives: a console, a map, a wall. */
export interface Screen {
  /** `/duty`, `/runs/$key/graph`; its parameters come from the router's `useParams({ strict: false })`. */
  readonly path: string
  readonly title: Words
  readonly load: Load
  /** Who finds it in the menu and may open it; everybody unless it says. */
  readonly allow?: Rule
  /** Reached from another screen: not in the menu. */
  readonly hidden?: boolean
  /** Without the frame around it, for the wall. */
  readonly bare?: boolean
}

/** A sign in the header with a number, whose drawer opens over any page: alarms, what waits for my hand. */
export interface HeaderDrawer {
  readonly code: string
  readonly title: Words
  readonly icon: ReactNode
  /** A hook: how many there are now; undefined while unknown. */
  readonly useCount: () => number | undefined
  readonly load: Load<{ readonly close: () => void }>
  /** What the number means: amber for what waits, red for what is wrong, blue for what is new. */
  readonly tone: 'late' | 'broken' | 'news'
  readonly allow?: Rule
}

export interface PageProps {
  readonly entry: Entry
  readonly row: Row
  readonly refs: Refs
}

/** What an area puts into the page of one of its records. */
export interface PageParts {
  /** Instead of the whole generic page. */
  readonly whole?: Load<PageProps>
  /** Between the header and the fields: the two or three things that matter for this kind of record. */
  readonly above?: Load<PageProps>
  /** Instead of the fields. */
  readonly body?: Load<PageProps>
  /** First in the side column. */
  readonly side?: Load<PageProps>
}

/** What a state or a choice says at a glance; each tone has a shape and a colour, and always stands with a word. */
export type Tone = 'kept' | 'progress' | 'late' | 'broken' | 'unknown' | 'start' | 'ended'

/** What an area adds to the web app beside its declarations; the composition root hands all of them to `App`. */
export interface WebArea {
  /** As in the registry. */
  readonly code: string
  readonly icon?: ReactNode
  readonly routes?: readonly Screen[]
  /** In the middle of the header, on every page: the trading clock. */
  readonly header?: ComponentType
  readonly drawers?: readonly HeaderDrawer[]
  /** Where a person starts, the first whose rule they meet; a path of `routes`. */
  readonly home?: { readonly path: string; readonly allow?: Rule }
  readonly recordPages?: Readonly<Record<string, PageParts>>
  /** Columns of a record's list, by name of field, instead of the derived ones. */
  readonly listColumns?: Readonly<Record<string, readonly string[]>>
  /** By record, by field (`state` too), by value. Without it a first state is `start`, a last one `ended`. */
  readonly tones?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Tone>>>>>>
}
