import { Alert } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { grantWords as words } from './words.ts'

/** What matters of a grant: what it is in conflict with, that it is beyond the post, that somebody's hand is still needed. */
export function AboutGrant({ row, refs }: PageProps) {
  const say = useSay()
  const pairs = row['conflictsWith'] as readonly string[]
  const rules = row['separations'] as readonly string[]
  const isOpen = ['requested', 'approved', 'granted', 'revoking'].includes(row.state)
  const due = row['approvalDueAt'] as string | null
  return (
    <>
      {isOpen && pairs.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(words.conflict)}
          description={
            <>
              {[...pairs, ...rules].map((id) => (
                <div key={id}>
                  <RefLink id={id} refs={refs} withNumber />
                </div>
              ))}
              {row['measure'] !== null && `${say(words.measure)}: ${row['measure']}`}
            </>
          }
        />
      )}
      {isOpen && row['extra'] === true && <Alert type="info" showIcon className="ts-gap" title={say(words.extra)} />}
      {row.state === 'granted' && row['approvedAt'] === null && due !== null && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(words.unapproved)}
          description={`${say(words.by)} ${showInstant(due)}`}
        />
      )}
      {row.state === 'revoking' && (
        <Alert
          type="warning"
          showIcon
          className="ts-gap"
          title={say(words.toBeTaken)}
          description={row['revokeReason'] as string | null}
        />
      )}
      {row.state === 'rejected' && (
        <Alert
          type="error"
          showIcon
          className="ts-gap"
          title={say(words.rejected)}
          description={row['rejectReason'] as string | null}
        />
      )}
    </>
  )
}
