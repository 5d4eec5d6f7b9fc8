import { useQueries } from '@tanstack/react-query'
import type { AnyRecord } from '../../../record/record.ts'
import { api } from '../../client/api.ts'
import { keyOf } from '../../client/live.ts'
import { type Most, type Neighbourhood, type Picture, pictureOf } from './tree.ts'

/** A record somewhere in a picture. */
export interface Place {
  readonly record: Pick<AnyRecord, 'name' | 'plural'>
  readonly id: string
}

/** What the server told so far, as a picture; live. */
export function usePicture(middle: Place, opened: readonly Place[], most: Most) {
  const asked = useQueries({
    queries: [middle, ...opened].map(({ record, id }) => ({
      queryKey: keyOf(record.name, 'of', id, 'neighbourhood'),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.call<Neighbourhood>(`/${record.plural}/${id}/neighbourhood`, { signal }),
    })),
  })
  const told = new Map<string, Neighbourhood>()
  for (const [at, { id }] of [middle, ...opened].entries()) {
    const answer = asked[at]?.data
    if (answer) told.set(id, answer)
  }
  const ids = opened.map(({ id }) => id)
  const picture: Picture | undefined = pictureOf(middle.id, ids, told, most)
  return { picture, first: asked[0], error: asked.find(({ error }) => error)?.error }
}
