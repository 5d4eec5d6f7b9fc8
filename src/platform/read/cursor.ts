import { Refusal } from '../../record/problem.ts'

/** Where a page ended: the sort it belongs to, the last row's value under that sort, and its id. */
export interface Cursor {
  readonly sort: string
  readonly value: string | number | boolean | null
  readonly id: string
}

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.sort, cursor.value, cursor.id])).toString('base64url')

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * Reads a cursor of this sort, whose value must fit; refuses `bad-cursor` for anything that `writeCursor` did not
 * write for it.
 */
export function readCursor<T extends Cursor['value']>(
  text: string,
  sort: string,
  fits: (value: unknown) => value is T,
): Cursor & { readonly value: T } {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === 3) {
      const [of, value, id] = read
      if (of === sort && fits(value) && typeof id === 'string' && uuid.test(id)) return { sort, value, id }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Refusal('bad-cursor', [
    '翻页标记无效,请从第一页开始。',
    'The page mark is not valid; start from the first page.',
  ])
}
