import { Alert, Card } from 'antd'
import type { ReactNode } from 'react'
import { words } from '../words.ts'
import { LangSwitch } from './Header.tsx'
import { useSay } from './lang.tsx'
import { useTitle } from './title.ts'

/** The screens before one is in: the product's name over a single card. */
export function Gate({ title, fault, children }: { title: string; fault?: string | undefined; children: ReactNode }) {
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
        <p>{say(words.tagline)}</p>
      </div>
      <Card className="ts-gate-card" title={title}>
        {fault && <Alert type="error" showIcon title={fault} className="ts-gap" role="alert" />}
        {children}
      </Card>
    </div>
  )
}
