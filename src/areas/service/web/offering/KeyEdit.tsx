import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { builderWords as words } from './words.ts'

interface KeyEditProps {
  readonly value: string
  readonly taken: readonly string[]
  readonly onChange: (key: string) => void
}

/** Takes a key as a whole and only a free one: half of it, or another's, would tie what looks at it to the wrong thing. */
export function KeyEdit({ value, taken, onChange }: KeyEditProps) {
  const say = useSay()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const isTaken = typed !== value && taken.includes(typed)
  return (
    <>
      <Input
        aria-label={say(words.key)}
        value={typed}
        maxLength={40}
        status={isTaken ? 'error' : ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => !isTaken && typed !== '' && typed !== value && onChange(typed)}
      />
      {isTaken && (
        <div className="ts-fault" role="alert">
          {say(words.keyTaken)}
        </div>
      )}
    </>
  )
}
