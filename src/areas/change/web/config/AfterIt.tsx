import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { Tone } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { Standing } from '../change/standing.ts'
import { configScreenWords as words } from './words.ts'

type Check = Standing['configuration'][number]

const tones: Readonly<Record<Check['is'], Tone>> = {
  stands: 'kept',
  drifts: 'broken',
  unclear: 'unknown',
  waits: 'progress',
}

/** How the components of a change stand by their checklists once the work is over. */
export function AfterIt({ checks }: { checks: readonly Check[] }) {
  const say = useSay()
  if (checks.length === 0) return null
  return (
    <Card size="small" title={say(words.afterwards)}>
      <ul className="ts-plain chg-way">
        {checks.map(({ title, number, is }) => (
          <li key={title}>
            <StateTag tone={tones[is]} word={say(words.after[is])} />
            {number ? <Link to={`/config-checks/${number}`}>{title}</Link> : <span>{title}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
