import { Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** A value as JSON, for what has no form: what is not JSON stays in the box with a word, and is not handed on. */
export function JsonText({
  value,
  onChange,
  id,
}: {
  value?: unknown
  onChange?: ((value: unknown) => void) | undefined
  id?: string | undefined
}) {
  const say = useSay()
  const [typed, setTyped] = useState(() =>
    value === null || value === undefined ? '' : JSON.stringify(value, null, 2),
  )
  const [bad, setBad] = useState(false)
  return (
    <>
      <Input.TextArea
        {...(id ? { id } : {})}
        className="ts-json"
        value={typed}
        status={bad ? 'error' : ''}
        autoSize={{ minRows: 3, maxRows: 24 }}
        onChange={({ target }) => {
          setTyped(target.value)
          const parsed = parse(target.value)
          setBad(parsed === undefined)
          if (parsed !== undefined) onChange?.(parsed.value)
        }}
      />
      {bad && <div className="ts-fault">{say(words.badJson)}</div>}
    </>
  )
}

function parse(text: string): { value: unknown } | undefined {
  if (text.trim() === '') return { value: null }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
