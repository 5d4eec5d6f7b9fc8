import { namedIn } from '../../../record/fill.ts'
import { type Fault, fault } from '../../../record/problem.ts'
import type { AnyRecord } from '../../../record/record.ts'
import type { Words } from '../../../record/words.ts'

/** What a template may name between double braces; `field.x` is a field of the record. */
export const placeholders = {
  record: ['记录种类', 'kind of record'],
  number: ['编号', 'number'],
  label: ['名称', 'name'],
  state: ['状态', 'state'],
  headline: ['一句话概括', 'what happened, in one line'],
  verb: ['动作', 'what was done'],
  by: ['操作人', 'who did it'],
  at: ['时间', 'when'],
  changes: ['变更明细', 'what changed, line by line'],
  comment: ['评论内容', 'the comment'],
  link: ['链接', 'where to look'],
} as const satisfies Record<string, Words>

export type Placeholder = keyof typeof placeholders

const texts = ['subjectZh', 'textZh', 'subjectEn', 'textEn'] as const

/** Places that nothing fills: misspelt ones, and fields that the record has not. */
export const templateFaults = (
  row: Readonly<Record<(typeof texts)[number], string>>,
  record: AnyRecord | null,
): Fault[] =>
  texts.flatMap((name) =>
    namedIn(row[name])
      .filter((place) => !fills(place, record))
      .map((place) =>
        fault(name, 'unknown-place', `没有「${place}」这一项可填。`, `There is nothing called “${place}” to fill in.`),
      ),
  )

function fills(place: string, record: AnyRecord | null): boolean {
  if (Object.hasOwn(placeholders, place)) return true
  const field = place.startsWith('field.') ? place.slice('field.'.length) : null
  return field !== null && record !== null && Object.hasOwn(record.fields, field) && field !== 'custom'
}

/** The template that names most of what happened: record and act before record, before act, before neither. */
export function fittest<T extends { readonly record: string | null; readonly act: string | null }>(
  templates: readonly T[],
  record: string,
  acts: readonly string[],
): T | undefined {
  const weight = ({ record, act }: T) =>
    (record === null ? 0 : 2 * acts.length + 2) + (act === null ? 0 : acts.length - acts.indexOf(act))
  return templates
    .filter((one) => (one.record === null || one.record === record) && (one.act === null || acts.includes(one.act)))
    .sort((a, b) => weight(b) - weight(a))[0]
}
