import type { PassThrough } from 'node:stream'
import type { PersonActor } from '../../../record/actor.ts'
import type { AnyRow } from '../../../record/record.ts'
import type { Engine } from '../../engine.ts'
import type { Telling } from './cells.ts'

/** Who takes a paper out, and how they read. */
export interface Reader {
  readonly engine: Engine
  readonly person: PersonActor
  readonly telling: Telling
}

/** How one record reads as a file, where its fields one under the other would not say it: each writes all of it and ends `out`. */
export interface Paper<Row = AnyRow> {
  pdf(out: PassThrough, row: Row, reader: Reader): Promise<void>
  xlsx(out: PassThrough, row: Row, reader: Reader): Promise<void>
}
