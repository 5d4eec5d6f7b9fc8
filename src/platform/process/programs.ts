import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const program = z.strictObject({
  command: z.string().min(1),
  /** Before an action's own words. */
  args: z.array(z.string()).default([]),
  cwd: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  /** Probes may run it, as a Nagios plugin: it changes nothing. */
  probe: z.boolean().optional(),
})

const programs = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), program)

/** Programs that declared commands may name. Only who owns the machine writes this list. */
export type Programs = Readonly<Record<string, z.output<typeof program>>>

/** Reads the list from a file; no file is an empty list. Throws a sentence naming the fault when it does not fit. */
export async function readPrograms(file: string): Promise<Programs> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
  const read = programs.safeParse(JSON.parse(text))
  if (!read.success) throw new Error(`${file} does not list programs rightly: ${z.prettifyError(read.error)}`)
  return read.data
}
