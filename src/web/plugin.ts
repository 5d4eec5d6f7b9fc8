import type { ComponentType, ReactNode } from 'react'
import type { Area, Entry } from '../record/registry.ts'
import type { Rule } from '../record/rule.ts'
import type { Words } from '../record/words.ts'
import type { Refs, Row } from './client/types.ts'
import type { ListQuery } from './record/query.ts'
import type { Selection } from './record/selection.ts'

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
  /** Without signing in: what it shows has a key of its own. */
  readonly open?: boolean
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

/** What an area puts above the fields of a form, while somebody fills it in. */
export interface FormProps {
  readonly entry: Entry
  /** Undefined while a new one is made. */
  readonly row?: Row
  /** What stands in the form now. */
  readonly values: Readonly<Record<string, unknown>>
  /** Fills fields in as if typed. */
  readonly fill: (values: Readonly<Record<string, unknown>>) => void
}

/** What an area offers for the rows that are chosen in a list: those named, or all that the list's filter means. */
export interface ChosenProps {
  readonly selection: Selection
  readonly query: ListQuery
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
  /** Other records on which it depends what may be done with this one: its verbs follow them. */
  readonly watches?: readonly string[]
}

/** A field of a row whose kind alone does not say how it is read; the row may be one as it once stood. */
export interface FieldProps {
  readonly row: Readonly<Record<string, unknown>>
  /** One line of a table rather than a page. */
  readonly dense: boolean
}

/** What a state or a choice says at a glance; each tone has a shape and a colour, and always stands with a word. */
export type Tone = 'kept' | 'progress' | 'late' | 'broken' | 'unknown' | 'start' | 'ended'

/** What an area, or a part of one, adds to the web app beside its declarations. */
export interface WebPart {
  readonly routes?: readonly Screen[]
  /** In the middle of the header, on every page: the trading clock. */
  readonly header?: ComponentType
  readonly drawers?: readonly HeaderDrawer[]
  /** Where a person starts, the first whose rule they meet; a path of `routes`. */
  readonly home?: { readonly path: string; readonly allow?: Rule }
  readonly recordPages?: Readonly<Record<string, PageParts>>
  /** By record: what stands above the fields of its form. */
  readonly forms?: Readonly<Record<string, Load<FormProps>>>
  /** How fields are read that hold a shape of their own; by record, by field. */
  readonly fieldShows?: Readonly<Record<string, Readonly<Record<string, Load<FieldProps>>>>>
  /** By record: a button beside the verbs for the rows that are chosen. */
  readonly chosenActs?: Readonly<Record<string, Load<ChosenProps>>>
  /** Fields that are written on a screen of their own and not in the record's form; by record. */
  readonly writtenApart?: Readonly<Record<string, readonly string[]>>
  /** Where a new one is begun instead of at the record's own form: an address; by record. */
  readonly begunAt?: Readonly<Record<string, string>>
  /** Records whose lists are opened from elsewhere, or seldom: in the menu they stand under *more*. */
  readonly seldom?: readonly string[]
  /** Columns of a record's list, by name of field, instead of the derived ones. */
  readonly listColumns?: Readonly<Record<string, readonly string[]>>
  /** By record, by field (`state` too), by value. Without it a first state is `start`, a last one `ended`. */
  readonly tones?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Tone>>>>>>
}

/** The web side of one area; the composition root hands all of them to `App`. */
export interface WebArea extends WebPart {
  /** As in the registry. */
  readonly code: string
  /** Its declarations, when the first screen needs one of them. */
  readonly declared: () => Promise<Area>
  readonly icon?: ReactNode
}
