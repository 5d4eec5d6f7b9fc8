import { Button, Select } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { DecideProps } from './NewMachine.tsx'
import { discoveryWords as words } from './words.ts'

/** A registered machine that is no longer heard of: where it went. */
export function Gone({ difference, pending, onAccept, onDismiss }: DecideProps) {
  const say = useSay()
  const [outcome, setOutcome] = useState<string | null>(null)
  return (
    <div className="ast-decide">
      <div>
        <span className="ts-quiet">{say(words.outcome)}</span>
        <Select
          value={outcome}
          aria-label={say(words.outcome)}
          onChange={setOutcome}
          options={[
            { value: 'in-stock', label: say(words.inStock) },
            { value: 'retired', label: say(words.retired) },
            { value: 'lost', label: say(words.lost) },
          ]}
        />
      </div>
      <Button
        type="primary"
        loading={pending}
        disabled={outcome === null}
        onClick={() => onAccept(difference.id, { outcome })}
      >
        {say(words.accept)}
      </Button>
      <Button type="text" onClick={() => onDismiss(difference)}>
        {say(words.dismiss)}
      </Button>
    </div>
  )
}
