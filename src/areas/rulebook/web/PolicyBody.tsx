import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { RowOf } from '../../../record/record.ts'
import { useSession } from '../../../web/client/session.ts'
import type { PageProps } from '../../../web/plugin.ts'
import { Body } from '../../../web/record/Body.tsx'
import { mayEver } from '../../../web/shell/access.ts'
import { useSay } from '../../../web/shell/lang.tsx'
import type { policy } from '../policy/policy.record.ts'
import { readingCampaign } from '../reading-campaign/reading-campaign.record.ts'
import { Clauses } from './Clauses.tsx'
import { rulebookWords as words } from './words.ts'

/** A policy as it is read: clause by clause, each with the controls that show whether it is kept; then its other fields. */
export function PolicyBody({ entry, row, refs }: PageProps) {
  const say = useSay()
  const asks = mayEver(readingCampaign.access.create, useSession())
  const one = row as unknown as RowOf<typeof policy>
  return (
    <>
      <section className="rul-policy">
        <p className="rul-acts">
          {one.edition > 1 && <Link to={`/policies/${one.number}/compare`}>{say(words.compare)}</Link>}
          {one.state === 'effective' && asks && (
            <Link to="/reading-campaigns/new" search={{ policy: one.id, owner: one.owner } as never}>
              <Button size="small">{say(words.askToRead)}</Button>
            </Link>
          )}
        </p>
        <Clauses clauses={one.clauses} />
      </section>
      <Body entry={entry} row={{ ...row, clauses: null }} refs={refs} />
    </>
  )
}
