import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { AnyRecord, AnyRow } from '../../record/record.ts'
import { say } from '../../record/words.ts'
import type { Engine } from '../engine.ts'
import { me } from '../http/gate.ts'
import { refsSchema } from '../http/present.ts'
import { problemSchema } from '../http/problems.ts'
import { readItem } from '../read/item.ts'
import { lookUp, type Refs } from '../read/refs.ts'

/** What the routes of one side of one record share. */
export interface Side {
  readonly app: FastifyInstance
  readonly engine: Engine
  readonly record: AnyRecord
  /** `/api/{plural}/:id` */
  readonly at: string
  readonly tags: string[]
  /** The row, through the reader's filter; refuses `not-found`. */
  row(request: FastifyRequest): Promise<AnyRow>
  /** The names of these people, as far as the reader may read them. */
  people(request: FastifyRequest, ids: readonly (string | null)[]): Promise<Refs>
}

export function sideOf(app: FastifyInstance, engine: Engine, record: AnyRecord): Side {
  return {
    app,
    engine,
    record,
    at: `/api/${record.plural}/:id`,
    tags: [say(engine.registry.get(record.name).words.name, 'en')],
    row: (request) => readItem(engine.db, record, me(request).person, (request.params as { id: string }).id),
    people: (request, ids) => {
      const found = new Set(ids.filter((id) => id !== null))
      return lookUp(engine, me(request).person, new Map([[engine.directory.record.name, found]]))
    },
  }
}

export const answers = { '4xx': problemSchema }
export const params = z.object({ id: z.string().min(1).max(64) })
export const listed = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), refs: refsSchema })
