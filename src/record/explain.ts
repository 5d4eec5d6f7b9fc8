import type { PersonActor } from './actor.ts'
import { scopeWords } from './grant.ts'
import type { RecordWords } from './record.ts'
import { holds, type Rule } from './rule.ts'
import type { Words } from './words.ts'

/** A rule in words, with whether it holds: the answer to "why may they, or why not". */
export interface Reason {
  readonly text: Words
  readonly holds: boolean
  readonly of: readonly Reason[]
}

type Row = Readonly<Record<string, unknown>>

/** Takes a rule apart for one person and row; `words` are the record's own. Pure. */
export function explain(rule: Rule, person: PersonActor, row: Row, words: RecordWords): Reason {
  const of = 'of' in rule ? [rule.of].flat().map((part) => explain(part, person, row, words)) : []
  return { text: textOf(rule, person, words), holds: holds(rule, person, row), of }
}

function textOf(rule: Rule, person: PersonActor, words: RecordWords): Words {
  switch (rule.is) {
    case 'everyone':
      return ['任何已登录的人', 'Anybody who is signed in']
    case 'nobody':
      return ['只由系统办理', 'The system alone']
    case 'role':
      return [`持有角色:${rule.roles.join('、')}`, `Holds a role: ${rule.roles.join(', ')}`]
    case 'self':
      return fieldText(rule.field, words, ['是「', '」'], ['Is the person in “', '”'])
    case 'team':
      return fieldText(rule.field, words, ['属于「', '」所填的团队'], ['Belongs to the team in “', '”'])
    case 'department':
      return fieldText(rule.field, words, ['属于「', '」所填的部门'], ['Belongs to the department in “', '”'])
    case 'post':
      return fieldText(rule.field, words, ['持有「', '」所填的岗位'], ['Holds the post in “', '”'])
    case 'state': {
      const named = rule.states.map((state) => words.states[state] ?? [state, state])
      return [`处于:${named.map(([zh]) => zh).join('、')}`, `Is in: ${named.map(([, en]) => en).join(', ')}`]
    }
    case 'chosen': {
      const choices = words.choices[rule.field] as Readonly<Record<string, Words>> | undefined
      const named = rule.choices.map((one) => choices?.[one] ?? [one, one])
      return fieldText(
        rule.field,
        words,
        ['「', `」为:${named.map(([zh]) => zh).join('、')}`],
        ['“', `” is: ${named.map(([, en]) => en).join(', ')}`],
      )
    }
    case 'begun':
      return fieldText(rule.field, words, ['「', '」已到'], ['“', '” has come'])
    case 'lasting':
      return fieldText(rule.field, words, ['「', '」未过'], ['“', '” is not past'])
    case 'granted': {
      const scopes = person.grants.flatMap(({ record, acts, scope }) =>
        record === rule.record && acts.includes(rule.act) ? [scopeWords[scope]] : [],
      )
      if (scopes.length === 0) return ['角色另有授权:无', 'Granted by a role besides: nothing']
      const said = [scopes.map(([zh]) => zh).join('、'), scopes.map(([, en]) => en).join(', ')]
      return [`角色另有授权:${said[0]}`, `Granted by a role besides: ${said[1]}`]
    }
    case 'any':
      return ['满足其一', 'Any of']
    case 'all':
      return ['全部满足', 'All of']
    case 'not':
      return ['不满足', 'Not']
  }
}

const every: Readonly<Record<string, Words>> = {
  id: ['本人', 'the record itself'],
  createdBy: ['创建人', 'Created by'],
  updatedBy: ['更新人', 'Updated by'],
}

const fieldText = (name: string, { fields }: RecordWords, zh: readonly string[], en: readonly string[]): Words => {
  const field = fields[name] ?? every[name] ?? [name, name]
  return [`${zh[0]}${field[0]}${zh[1]}`, `${en[0]}${field[1]}${en[1]}`]
}
