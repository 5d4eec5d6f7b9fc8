import '../../server/tables.ts'
import type { Kysely } from 'kysely'
import type { Tables } from '../../../../platform/tables.ts'
import { type Lang, say, type Words } from '../../../../record/words.ts'
import { stepsInForce } from '../../../operations/operations.api.ts'
import { emergencyPlanWords } from '../emergency-plan.words.ts'
import type { PlanRow } from './emergency-plan.behaviour.ts'

/** A plan as it reads on paper: facts, and parts one under the other; the same for a file and for the set on the shelf. */
export interface Sheet {
  readonly title: string
  readonly state: string
  /** It is not to be relied on. */
  readonly warning: string | null
  readonly facts: readonly (readonly [string, string])[]
  readonly parts: readonly Part[]
}

export interface Part {
  readonly heading: string
  readonly text?: string
  readonly table?: {
    readonly heads: readonly string[]
    readonly shares: readonly number[]
    readonly rows: readonly (readonly string[])[]
  }
}

export const sheetWords = {
  who: ['姓名或单位', 'Who'],
  role: ['职责', 'What for'],
  phone: ['电话', 'Telephone'],
  step: ['步骤', 'Step'],
  how: ['操作', 'What to do'],
  expected: ['预期结果', 'Expected'],
  signatures: ['签字', 'Signatures'],
  us: ['我方批准', 'For us'],
  vendor: ['厂商', 'For the vendor'],
  objectives: ['目标', 'Objectives'],
  stale: ['本预案已失效,仅供参考', 'This plan is stale: use it with care'],
  edition: ['版次', 'edition'],
} as const satisfies Record<string, Words>

const { fields, states, choices } = emergencyPlanWords

interface Teller {
  readonly lang: Lang
  name(id: string | null): string
  when(instant: string): string
}

export async function sheetOf(db: Kysely<Tables>, row: PlanRow, { lang, name, when }: Teller): Promise<Sheet> {
  const told = (pair: Words) => say(pair, lang)
  const book = row.runbook ? await stepsInForce(db, row.runbook) : null
  const inLang = (zh: string, en: string | undefined) => (lang === 'en' ? (en ?? zh) : zh)
  const because = row.staleBecause && told(choices.staleBecause[row.staleBecause])
  return {
    title: (lang === 'en' ? row.titleEn : null) ?? row.title,
    state: told(states[row.state]),
    warning:
      row.state === 'stale' ? [told(sheetWords.stale), because, row.staleNote].filter(Boolean).join(' · ') : null,
    facts: [
      [told(fields.level), told(choices.level[row.level])],
      [told(fields.decider), name(row.decider)],
      [told(fields.deputy), name(row.deputy)],
      [told(fields.owner), name(row.owner)],
      [told(fields.components), row.components.map(name).join(' · ') || '—'],
      [
        told(sheetWords.objectives),
        [
          [fields.detectMinutes, row.detectMinutes],
          [fields.decideMinutes, row.decideMinutes],
          [fields.restoreMinutes, row.restoreMinutes],
          [fields.lossMinutes, row.lossMinutes],
        ]
          .flatMap(([words, value]) => (value === null ? [] : [`${told(words as Words)} ${value}`]))
          .join(' · '),
      ],
      [told(fields.validUntil), row.validUntil ?? '—'],
      [told(fields.lastDrilledOn), row.lastDrilledOn ?? '—'],
      [told(fields.drillDueOn), row.drillDueOn ?? '—'],
    ],
    parts: [
      { heading: told(fields.scenario), text: row.scenario },
      {
        heading: told(fields.contacts),
        table: {
          heads: [sheetWords.role, sheetWords.who, sheetWords.phone].map(told),
          shares: [3, 3, 3],
          rows: row.contacts.map(({ who, role, phone }) => [role, who, phone]),
        },
      },
      ...(row.steps ? [{ heading: told(fields.steps), text: row.steps }] : []),
      ...(book
        ? [
            {
              heading: `${told(fields.runbook)} ${book.number} · ${told(sheetWords.edition)} ${book.edition}`,
              table: {
                heads: ['#', ...[sheetWords.step, sheetWords.how, sheetWords.expected].map(told)],
                shares: [1, 4, 8, 5],
                rows: book.steps.map((step, n) => [
                  `${n + 1}`,
                  step.title[lang === 'en' ? 1 : 0],
                  inLang(step.instructions, step.instructionsEn),
                  inLang(step.expected, step.expectedEn),
                ]),
              },
            },
          ]
        : []),
      {
        heading: told(sheetWords.signatures),
        table: {
          heads: ['', told(sheetWords.who), ''],
          shares: [3, 3, 3],
          rows: [
            [told(sheetWords.us), name(row.approvedBy), row.approvedAt ? when(row.approvedAt) : '—'],
            [
              `${told(sheetWords.vendor)} ${row.supplier ? name(row.supplier) : ''}`,
              row.vendorSignedBy ?? '—',
              row.vendorSignedOn ?? '—',
            ],
          ],
        },
      },
    ],
  }
}
