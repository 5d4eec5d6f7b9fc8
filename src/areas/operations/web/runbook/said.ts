import type { Words } from '../../../../record/words.ts'
import type { Parameter } from '../../runbook/parameter.rules.ts'

const kinds: Readonly<Record<Parameter['kind'], Words>> = {
  text: ['文字', 'text'],
  number: ['数值', 'number'],
  choice: ['选一项', 'one of several'],
  component: ['组件', 'component'],
  date: ['日期', 'date'],
}

/** A parameter in one line: `级别 · 数值 1–9 · 必填 · 默认 3`. */
export function parameterSaid(one: Parameter): Words {
  const bounds = one.kind === 'number' && (one.least !== undefined || one.most !== undefined)
  const fits = bounds
    ? ` ${one.least ?? ''}–${one.most ?? ''}`
    : one.kind === 'text' && one.pattern
      ? ` ${one.pattern}`
      : one.kind === 'choice'
        ? ` ${one.choices.join(' / ')}`
        : ''
  const line = (at: 0 | 1, required: string, optional: string, preset: string) =>
    [
      one.name[at],
      kinds[one.kind][at] + fits,
      one.required ? required : optional,
      ...(one.default === undefined ? [] : [`${preset} ${one.default}`]),
    ].join(' · ')
  return [line(0, '必填', '选填', '默认'), line(1, 'required', 'optional', 'default')]
}
