import { describe, expect, it } from 'vitest'
import { ownWords } from '../record/own.words.ts'
import type { Words } from '../record/words.ts'
import { registry } from './records.ts'
import { roles } from './roles.data.ts'

const pairs = (value: unknown, path: string): [string, Words][] => {
  if (Array.isArray(value)) return [[path, value as unknown as Words]]
  return Object.entries(value as object).flatMap(([key, one]) => pairs(one, `${path}.${key}`))
}

describe.each(registry.all.map(({ record, words }) => [record.name, record, words] as const))(
  '%s',
  (name, record, words) => {
    it('has both languages for everything that a person sees of it, each an original', () => {
      for (const [path, pair] of pairs(words, name)) {
        expect(pair, path).toHaveLength(2)
        const [zh, en] = pair
        expect(zh.trim(), path).not.toBe('')
        expect(en, path).toMatch(/^[\x20-\x7e“”‘’–—…×]+$/)
        expect(en.trim(), path).toBe(en)
      }
      expect(words.name[0]).toMatch(/[一-鿿]/)
    })

    it('words exactly its fields, states, verbs and choices', () => {
      const fields = Object.entries(
        record.fields as Record<string, { kind: string; choices?: readonly string[] }>,
      ).filter(([name]) => !(name in ownWords))
      expect(Object.keys(words.fields).sort()).toEqual(fields.map(([field]) => field).sort())
      expect(Object.keys(words.states).sort()).toEqual([...record.states].sort())
      expect(Object.keys(words.verbs).sort()).toEqual(Object.keys(record.transitions).sort())
      const choices = fields.filter(([, { kind }]) => kind === 'choice')
      expect(Object.keys(words.choices).sort()).toEqual(choices.map(([field]) => field).sort())
      for (const [field, { choices: all = [] }] of choices)
        expect(Object.keys((words.choices as Record<string, object>)[field] ?? {}).sort(), field).toEqual(
          [...all].sort(),
        )
    })
  },
)

it('names only roles that every firm begins with', () => {
  const named = new Set(
    JSON.stringify(registry.all.map(({ record }) => record))
      .match(/(?<="roles":\[)[^\]]*/g)
      ?.flatMap((one) => JSON.parse(`[${one}]`)),
  )
  expect([...named].filter((code) => !roles.some((one) => one.code === code))).toEqual([])
})
