import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Card, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { lazily } from '../../../../web/shell/lazily.tsx'
import { entitlement } from '../../entitlement/entitlement.record.ts'
import type { licence } from '../../licence/licence.record.ts'
import { freeAt } from '../../licence/position.rules.ts'
import type { Standing } from './AboutLicence.tsx'
import { AddOf } from './AddOf.tsx'
import { lessWords, shortWords, licenceScreenWords as words } from './words.ts'

// The chart library is the heaviest thing in the app: only who looks at a chart loads it.
const PositionChart = lazily(() => import('./PositionChart.tsx').then((m) => m.PositionChart))

const bought = ['quantity', 'validFrom', 'validTo', 'reference', 'contract', 'cost'] as const

/** Whether there is enough: today in figures, over the year behind and ahead as a picture, and what to do where not. */
export function Position({ of, standing }: { of: RowOf<typeof licence>; standing: Standing | undefined }) {
  const say = useSay()
  const [buying, setBuying] = useState(false)
  const may = mayEver(entitlement.access.create, useSession()) && of.state === 'active'
  return (
    <Card
      size="small"
      title={say(words.position)}
      extra={
        may && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => setBuying(true)}>
            {say(words.buy)}
          </Button>
        )
      }
    >
      {!standing && <Skeleton active paragraph={{ rows: 3 }} />}
      {standing && (
        <>
          <Figures standing={standing} />
          <Verdict standing={standing} />
          <PositionChart points={standing.points} today={standing.today.date} />
        </>
      )}
      {buying && (
        <AddOf
          record={entitlement}
          title={words.buy}
          asked={bought}
          given={{ licence: of.id }}
          onClose={() => setBuying(false)}
        />
      )}
    </Card>
  )
}

function Figures({ standing: { today, found } }: { standing: Standing }) {
  const free = freeAt(today)
  return (
    <dl className="lic-figures">
      <One label={words.entitled}>{today.entitled}</One>
      <One label={words.used}>{today.used}</One>
      <One label={words.free}>
        <span className={free < 0 ? 'is-broken' : ''}>{free}</span>
      </One>
      {found && (
        <>
          <One label={words.installed}>{found.installed}</One>
          <One label={words.uncovered}>
            <span className={found.uncovered > 0 ? 'is-late' : ''}>{found.uncovered}</span>
          </One>
        </>
      )}
    </dl>
  )
}

function One({ label, children }: { label: Words; children: ReactNode }) {
  return (
    <div>
      <dt>{useSay()(label)}</dt>
      <dd className="ts-figures">{children}</dd>
    </div>
  )
}

/** In a sentence: by how much it is over-used and what helps, or when it will be. */
function Verdict({ standing: { today, points } }: { standing: Standing }) {
  const say = useSay()
  const free = freeAt(today)
  if (free < 0)
    return <Alert type="error" showIcon className="ts-gap" title={`${say(shortWords(-free))} ${say(words.mend)}`} />
  const short = points.find((point) => point.date > today.date && freeAt(point) < 0)
  if (short)
    return (
      <Alert
        type="warning"
        showIcon
        className="ts-gap"
        title={`${say(lessWords(short.date, short.entitled))} ${say(shortWords(-freeAt(short)))}`}
      />
    )
  return <p className="ts-quiet">{say(today.entitled === 0 ? words.nothing : words.enough)}</p>
}
