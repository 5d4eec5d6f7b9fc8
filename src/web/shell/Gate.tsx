import { Alert, Card } from 'antd'
import type { ReactNode } from 'react'
import { words } from '../words.ts'
import { LangSwitch } from './Header.tsx'
import { useSay } from './lang.tsx'
import { useTitle } from './title.ts'

interface GateProps {
  readonly title: string
  readonly firm?: string | undefined
  readonly fault?: string | undefined
  readonly children: ReactNode
}

/** The screens before one is in: the product's name, and the firm's, over a single card. */
export function Gate({ title, firm, fault, children }: GateProps) {
  const say = useSay()
  useTitle(title)
  return (
    <div className="ts-gate">
      <div className="ts-gate-lang">
        <LangSwitch />
      </div>
      <div className="ts-gate-name">
        <span className="ts-mark" aria-hidden>
          ◆
        </span>
        <h1>{say(words.product)}</h1>
        <p>{firm || say(words.tagline)}</p>
      </div>
      <Card className="ts-gate-card" title={title}>
        {fault && <Alert type="error" showIcon title={fault} className="ts-gap" role="alert" />}
        {children}
      </Card>
    </div>
  )
}
