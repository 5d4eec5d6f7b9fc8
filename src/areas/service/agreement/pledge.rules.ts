import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'
import { incidentWords } from '../incident/incident.words.ts'

const minutes = (words: Words) => shaped(z.int().min(1).max(1_000_000).nullable().default(null), words)

/** What is promised for one priority: minutes of the hours agreed, null for no promise. */
export const pledgeSchema = z.strictObject({
  priority: shaped(z.enum(['p1', 'p2', 'p3', 'p4']), ['优先级', 'Priority'], {
    choices: incidentWords.choices.priority,
  }),
  response: minutes(['响应(分钟)', 'Response (minutes)']),
  resolution: minutes(['解决(分钟)', 'Resolution (minutes)']),
})

export const pledgesSchema = z.array(pledgeSchema).max(4)
export type Pledge = z.output<typeof pledgeSchema>

/** What is wrong with a set of pledges: a priority said twice, or promised nothing; a resolution due before the response. */
export const pledgeFaults = (pledges: readonly Pledge[], path: string): Fault[] =>
  pledges.flatMap(({ priority, response, resolution }, n) => {
    const at = `${path}.${n}`
    const faults: Fault[] = []
    if (pledges.findIndex((one) => one.priority === priority) < n)
      faults.push(fault(`${at}.priority`, 'twice', '这一优先级已经列出。', 'This priority is listed already.'))
    if (response === null && resolution === null)
      faults.push(fault(at, 'empty', '响应和解决至少填一项。', 'Promise a response or a resolution.'))
    if (response !== null && resolution !== null && resolution < response)
      faults.push(
        fault(`${at}.resolution`, 'order', '解决时限短于响应时限。', 'It would be resolved before it is answered.'),
      )
    return faults
  })

/** A promise to the customer that is tighter than what the vendor promises us. */
export interface Gap {
  readonly what: 'response' | 'resolution' | 'availability'
  readonly priority: Pledge['priority'] | null
  readonly ours: number
  readonly theirs: number
}

interface Terms {
  readonly pledges: readonly Pledge[]
  readonly availability: number | null
}

/**
 * Where we promise more than we are promised. What the vendor does not promise at all is no gap here: it may be ours to do. Minutes
 * are compared as they stand; that their hours differ is for a person to weigh.
 */
export function gapsBetween(ours: Terms, theirs: Terms): Gap[] {
  const gaps = ours.pledges.flatMap((mine): Gap[] => {
    const yours = theirs.pledges.find(({ priority }) => priority === mine.priority)
    return (['response', 'resolution'] as const).flatMap((what) => {
      const [own, their] = [mine[what], yours?.[what] ?? null]
      return own !== null && their !== null && own < their
        ? [{ what, priority: mine.priority, ours: own, theirs: their }]
        : []
    })
  })
  const { availability: own } = ours
  const { availability: their } = theirs
  return own !== null && their !== null && own > their
    ? [...gaps, { what: 'availability', priority: null, ours: own, theirs: their }]
    : gaps
}
