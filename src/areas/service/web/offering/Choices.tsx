import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Choice } from '../../offering/question.rules.ts'
import { moved, newChoice } from './edit.ts'
import { builderWords as words } from './words.ts'

interface ChoicesProps {
  readonly value: readonly Choice[]
  readonly onChange: (choices: Choice[]) => void
}

/** What can be chosen: the value that is kept, and how it is shown in both languages. */
export function Choices({ value, onChange }: ChoicesProps) {
  const say = useSay()
  const put = (at: number, change: Partial<Choice>) =>
    onChange(value.map((one, n) => (n === at ? { ...one, ...change } : one)))
  return (
    <div className="svc-choice-rows">
      {value.map((one, at) => (
        // A choice being typed has no name yet: its place is what it is.
        <div key={at} className="svc-choice-row">
          <Input
            aria-label={`${say(words.value)} ${at + 1}`}
            value={one.value}
            maxLength={60}
            onChange={({ target }) => put(at, { value: target.value })}
          />
          <Input
            aria-label={`${say(words.shown)} ${at + 1}`}
            prefix="中"
            value={one.label}
            maxLength={120}
            onChange={({ target }) => put(at, { label: target.value })}
          />
          <Input
            aria-label={`${say(words.labelEn)} ${at + 1}`}
            prefix="EN"
            value={one.labelEn ?? ''}
            maxLength={120}
            onChange={({ target }) => put(at, { labelEn: target.value })}
          />
          <span className="svc-choice-tools">
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={`${say(words.up)} ${at + 1}`}
              onClick={() => onChange(moved(value, at, at - 1))}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={at === value.length - 1}
              aria-label={`${say(words.down)} ${at + 1}`}
              onClick={() => onChange(moved(value, at, at + 1))}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`${say(words.remove)} ${at + 1}`}
              onClick={() => onChange(value.filter((_one, n) => n !== at))}
            />
          </span>
        </div>
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...value, newChoice([...value])])}>
        {say(words.addChoice)}
      </Button>
    </div>
  )
}
