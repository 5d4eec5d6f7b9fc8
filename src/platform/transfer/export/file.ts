import type { PassThrough } from 'node:stream'
import type { PersonActor } from '../../../record/actor.ts'
import type { Engine } from '../../engine.ts'
import { firmName } from '../../settings/house.ts'
import type { Column } from '../columns.ts'
import type { Telling } from './cells.ts'
import type { Handful } from './rows.ts'

/** What a file of a list is made of, beside its rows. */
export interface About {
  /** What the list is called, in the reader's language. */
  readonly title: string
  readonly columns: readonly Column[]
  /** Somebody chose the columns. */
  readonly isChosen: boolean
  readonly telling: Telling
  /** Who takes it, and when on the firm's clock: for the foot of a page. */
  readonly by: string
  readonly at: string
}

/** Who takes a file out, with the firm whose it is, where that has been said. */
export const takenBy = ({ settings }: Engine, { name }: PersonActor): string =>
  [settings.get(firmName), name].filter((one) => one !== '').join(' ')

/** Writes a list as a file of one format, a handful of rows at a time, and ends `out`. */
export type FileWriter = (out: PassThrough, about: About, handfuls: AsyncIterable<Handful>) => Promise<void>
