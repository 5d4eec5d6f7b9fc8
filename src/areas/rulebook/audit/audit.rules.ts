/** What an audit wants of its row, and what its report says. Pure. */
import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'

export const results = ['conforming', 'nonconforming', 'observation', 'not-applicable'] as const
export const grades = ['major', 'minor', 'observation'] as const
/** How a control stood on the date of an audit; `manual` is a clause that no control is tied to. */
export const standsOn = ['broken', 'no-evidence', 'excepted', 'kept', 'manual'] as const

const counted = <const K extends readonly [string, ...string[]]>(keys: K) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<K[number], z.ZodInt>)

/** An audit's report: what was looked at, what came of it, and what was found. */
export const reportSchema = z.strictObject({
  asOf: z.string(),
  seed: z.string(),
  items: z.int(),
  results: counted(results),
  stood: counted(standsOn),
  /** Subjects drawn, and those of them that the auditors found otherwise than the control had it. */
  sampled: z.int(),
  differing: z.int(),
  grades: counted(grades),
  repeated: z.int(),
  areas: z.array(
    z.strictObject({
      area: z.string(),
      items: z.int(),
      nonconforming: z.int(),
      observations: z.int(),
      findings: z.int(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      number: z.string(),
      title: z.string(),
      grade: z.enum(grades),
      area: z.string().nullable(),
      clause: z.string().nullable(),
      repeated: z.boolean(),
    }),
  ),
  conclusion: z.string(),
})
export type Report = z.output<typeof reportSchema>

/** Whoever may write on its checklist: each once, the lead first. */
export const auditorsOf = ({ lead, team }: { readonly lead: string; readonly team: readonly string[] }): string[] => [
  ...new Set([lead, ...team]),
]

export const plannedInOrder = ({
  startsOn,
  endsOn,
}: {
  readonly startsOn: string
  readonly endsOn: string
}): Fault[] =>
  endsOn < startsOn
    ? [fault('endsOn', 'before-start', '结束日期不能早于开始日期。', 'It must not end before it begins.')]
    : []

interface Owned {
  readonly title: string
  readonly titleEn: string | null
  readonly owner: string | null
}

/** Nobody audits what they answer for: whose it is is named. */
export function independence(
  { lead, team }: { readonly lead: string; readonly team: readonly string[] },
  owned: readonly Owned[],
): Fault[] {
  const of = (id: string) => owned.filter(({ owner }) => owner === id)
  const say = (path: string, id: string): Fault[] => {
    const own = of(id)
    if (own.length === 0) return []
    const [zh, en] = [own.map(({ title }) => title).join('、'), own.map((one) => one.titleEn ?? one.title).join(', ')]
    return [fault(path, 'own-work', `不能审计自己负责的内容:${zh}。`, `Nobody audits what they answer for: ${en}.`)]
  }
  return [...say('lead', lead), ...team.flatMap((id, n) => say(`team.${n}`, id))]
}

/** How a sample of so many is split: half of it from what broke the rule, and whatever one side lacks from the other. */
export function shares(size: number, broken: number, kept: number): { broken: number; kept: number } {
  const half = Math.min(Math.ceil(size / 2), broken)
  const others = Math.min(size - half, kept)
  return { broken: Math.min(broken, size - others), kept: others }
}
