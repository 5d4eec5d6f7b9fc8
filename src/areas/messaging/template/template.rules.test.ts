import { expect, it } from 'vitest'
import { filled } from '../../../record/fill.ts'
import { incident } from '../../service/incident/incident.record.ts'
import { fittest, templateFaults } from './template.rules.ts'

const values = (name: string) => ({ number: 'INC-1', label: '行情中断 {{by}}', by: '' })[name] ?? ''

it('fills in what it has, once, and leaves out lines that held nothing else', () => {
  expect(filled('[{{ number }}] {{label}}\n{{by}}\n\n\n\n{{at}}\n完', values)).toBe('[INC-1] 行情中断 {{by}}\n\n完')
})

it('names every place that nothing fills, per text', () => {
  const row = { subjectZh: '{{numbr}}', textZh: '{{field.title}}', subjectEn: '{{field.nope}}', textEn: '{{}}' }
  expect(templateFaults(row, incident).map(({ path }) => path)).toEqual(['subjectZh', 'subjectEn', 'textEn'])
  expect(templateFaults(row, null).map(({ path }) => path)).toEqual(['subjectZh', 'textZh', 'subjectEn', 'textEn'])
})

it('takes the template that names most', () => {
  const of = (record: string | null, act: string | null) => ({ record, act })
  const all = [
    of(null, null),
    of(null, 'assign'),
    of('incident', null),
    of('incident', 'assigned'),
    of('alarm', 'assign'),
  ]
  const acts = ['assign', 'assigned']
  expect(fittest(all, 'incident', acts)).toEqual(of('incident', 'assigned'))
  expect(fittest(all.slice(0, 3), 'incident', acts)).toEqual(of('incident', null))
  expect(fittest(all.slice(0, 2), 'incident', acts)).toEqual(of(null, 'assign'))
  expect(fittest(all, 'run', ['finish'])).toEqual(of(null, null))
  expect(fittest([], 'run', [])).toBeUndefined()
})
