import type { z } from 'zod'
import { fault, invalid } from '../../record/problem.ts'

/** What a program sent, as its schema has it; refuses with every fault at once. */
export function readJson<S extends z.ZodType>(schema: S, bytes: Buffer): z.output<S> {
  let given: unknown
  try {
    given = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw invalid([fault('', 'not-json', '内容不是 JSON。', 'This is no JSON.')])
  }
  const read = schema.safeParse(given)
  if (read.success) return read.data
  throw invalid(
    read.error.issues
      .slice(0, 50)
      .map(({ path, message }) =>
        fault(path.join('.'), 'invalid', `不符合要求:${message}`, `Not acceptable: ${message}`),
      ),
  )
}
