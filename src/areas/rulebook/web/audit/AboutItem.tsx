import { Link } from '@tanstack/react-router'
import { Card } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { Sample as Drawn } from '../../audit-item/audit-item.rules.ts'
import { Sample } from './Sample.tsx'
import { auditPageWords as words } from './words.ts'
import './audit.css'

/** The sample of an item, and the way back to where it stands. */
export function AboutItem({ entry, row, refs }: PageProps) {
  const say = useSay()
  const sample = row['sample'] as Drawn
  const of = refs[row['audit'] as string]
  return (
    <Card
      size="small"
      title={say(words.sample)}
      extra={of && <Link to={`/audits/${of.number}/checklist` as '/'}>{say(words.checklist)}</Link>}
    >
      {sample.length === 0 ? (
        <p className="ts-quiet">{say(row['control'] === null ? words.byHand : words.noSample)}</p>
      ) : (
        <Sample record={entry.record} id={row.id} sample={sample} looks={false} />
      )}
    </Card>
  )
}
