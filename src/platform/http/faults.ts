import type { z } from 'zod'
import { type Fault, fault, invalid } from '../../record/problem.ts'
import type { Words } from '../../record/words.ts'

type Issue = z.core.$ZodIssue

const kinds: Record<string, readonly [string, string]> = {
  string: ['文字', 'text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['是或否', 'true or false'],
  array: ['列表', 'a list'],
  object: ['对象', 'an object'],
}

/** Every issue of a schema as faults with paths; an unknown field is a fault of its own. */
const faultsOf = (error: z.core.$ZodError): Fault[] => error.issues.flatMap((issue) => fromIssue(issue))

function fromIssue(issue: Issue): Fault[] {
  const path = issue.path.map(String).join('.')
  const at = (name: PropertyKey) => (path ? `${path}.${String(name)}` : String(name))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault(at(key), 'unknown-field', '没有这个字段。', 'There is no such field.'))
    case 'invalid_type': {
      if (issue.input === undefined) return [fault(path, 'required', '此项必填。', 'This must be filled in.')]
      const [zh, en] = kinds[issue.expected] ?? [issue.expected, issue.expected]
      return [fault(path, 'wrong-type', `这里应当是${zh}。`, `This must be ${en}.`)]
    }
    case 'too_big': {
      const [unitZh, unitEn] = unitOf(issue.origin)
      return [fault(path, 'too-big', `最多 ${issue.maximum}${unitZh}。`, `At most ${issue.maximum}${unitEn}.`)]
    }
    case 'too_small': {
      if (issue.origin === 'string' && issue.minimum === 1)
        return [fault(path, 'required', '此项必填。', 'This must be filled in.')]
      const [unitZh, unitEn] = unitOf(issue.origin)
      return [fault(path, 'too-small', `至少 ${issue.minimum}${unitZh}。`, `At least ${issue.minimum}${unitEn}.`)]
    }
    case 'invalid_value': {
      if (issue.input === undefined) return [fault(path, 'required', '此项必填。', 'This must be filled in.')]
      const all = issue.values.map(String).join(', ')
      return [fault(path, 'not-a-choice', `只能是:${all}。`, `Must be one of: ${all}.`)]
    }
    case 'invalid_union':
      return [fault(path, 'wrong-shape', '内容的形式不对。', 'This does not have the right shape.')]
    case 'invalid_format':
      return [fault(path, 'wrong-format', `格式不对(${issue.format})。`, `Wrong format (${issue.format}).`)]
    case 'custom': {
      const [zh, en] = (issue.params?.['words'] as Words | undefined) ?? [issue.message, issue.message]
      return [fault(path, 'invalid', `不符合要求:${zh}。`, `Not acceptable: ${en}.`)]
    }
    default:
      return [fault(path, 'invalid', `不符合要求:${issue.message}`, `Not acceptable: ${issue.message}`)]
  }
}

const unitOf = (origin: string): readonly [string, string] =>
  origin === 'string' ? [' 个字符', ' characters'] : origin === 'array' ? [' 项', ' items'] : ['', '']

/** Text that the database cannot hold as it is: a zero character, or half of a surrogate pair; in keys as in values. */
export function unstorable(input: unknown): Fault[] {
  const faults: Fault[] = []
  // A list of what is left, not recursion: a body may be nested deeper than the stack.
  const left: [path: string, value: unknown][] = [['', input]]
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next
    if (typeof value === 'string' && !isStorable(value)) faults.push(badText(path))
    if (value === null || typeof value !== 'object') continue
    for (const [key, one] of Object.entries(value)) {
      const at = path ? `${path}.${key}` : key
      if (!isStorable(key)) faults.push(badText(at))
      left.push([at, one])
    }
  }
  return faults
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

const badText = (path: string): Fault =>
  fault(path, 'bad-text', '文字中有不能保存的字符。', 'The text holds a character that cannot be stored.')

/** Reads an input by its schema; throws one `invalid` with all that is wrong, in the product's own words. */
export function readInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const read = schema.safeParse(input, { reportInput: true })
  const faults = unstorable(input)
  if (read.success && faults.length === 0) return read.data
  throw invalid([...faults, ...(read.success ? [] : faultsOf(read.error))])
}
