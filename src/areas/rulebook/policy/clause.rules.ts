import { z } from 'zod'
import { type Fault, fault } from '../../../record/problem.ts'
import { shaped } from '../../../record/shape.ts'
import type { Words } from '../../../record/words.ts'

/** What a security policy must speak of (安全要求的范围: 网络、设备、数据). */
export const clauseTopics = ['network', 'device', 'data'] as const

export const topicWords = {
  network: ['网络', 'Network'],
  device: ['设备', 'Devices'],
  data: ['数据', 'Data'],
} as const satisfies Record<(typeof clauseTopics)[number], Words>

const line = (max: number) => z.string().trim().min(1).max(max)

/** One rule of a policy: what it says, who does it and when, and the controls that show whether it is kept. */
export const clauseSchema = z.strictObject({
  /** Its number in the text, by which it is compared from edition to edition: `3.2`. */
  key: shaped(
    z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,11}$/),
    ['条号', 'Clause no.'],
  ),
  heading: shaped(line(80), ['标题', 'Heading']),
  headingEn: shaped(line(120).optional(), ['英文标题', 'English heading']),
  text: shaped(line(2_000), ['正文', 'Text'], { long: true }),
  textEn: shaped(line(3_000).optional(), ['英文正文', 'English text'], { long: true }),
  who: shaped(line(80).optional(), ['责任人', 'Who does it']),
  when: shaped(line(80).optional(), ['时限', 'When']),
  controls: shaped(z.array(z.string().trim().toUpperCase().min(1).max(12)).max(8).default([]), ['控制项', 'Controls'], {
    tags: true,
  }),
  topics: shaped(z.array(z.enum(clauseTopics)).max(3).optional(), ['安全范围', 'Security of'], {
    tags: true,
    choices: topicWords,
  }),
})

export type Clause = z.output<typeof clauseSchema>

export const clausesSchema = z.array(shaped(clauseSchema, ['条款', 'Clause'])).max(200)

/** Numbers that stand twice, and controls that there are not. */
export function clauseFaults(clauses: readonly Clause[], known: ReadonlySet<string>): Fault[] {
  const keys = clauses.map(({ key }) => key)
  return clauses.flatMap(({ key, controls }, n) => [
    ...(keys.indexOf(key) < n
      ? [fault(`clauses.${n}.key`, 'duplicate', `条号 ${key} 重复。`, `Clause no. ${key} stands there twice.`)]
      : []),
    ...controls
      .filter((one) => !known.has(one))
      .map((one) =>
        fault(`clauses.${n}.controls`, 'no-such-control', `没有控制项 ${one}。`, `There is no control ${one}.`),
      ),
  ])
}

export interface ClauseChange {
  readonly key: string
  readonly is: 'added' | 'removed' | 'changed' | 'same'
  /** The parts that differ. */
  readonly fields: readonly string[]
  readonly before: Clause | null
  readonly after: Clause | null
}

const parts = ['heading', 'headingEn', 'text', 'textEn', 'who', 'when', 'controls', 'topics'] as const

/** Clause by clause in the order of the later edition; what it has no more comes last. */
export function compareClauses(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const was = new Map(before.map((one) => [one.key, one]))
  const now = new Set(after.map(({ key }) => key))
  return [
    ...after.map((one): ClauseChange => {
      const old = was.get(one.key)
      if (!old) return { key: one.key, is: 'added', fields: [], before: null, after: one }
      const fields = parts.filter((name) => JSON.stringify(old[name] ?? null) !== JSON.stringify(one[name] ?? null))
      return { key: one.key, is: fields.length > 0 ? 'changed' : 'same', fields, before: old, after: one }
    }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map((one): ClauseChange => ({ key: one.key, is: 'removed', fields: [], before: one, after: null })),
  ]
}
