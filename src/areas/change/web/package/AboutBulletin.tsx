import { useNavigate } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import { useSession } from '../../../../web/client/session.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { change } from '../../change/change.record.ts'
import { packageScreenWords as words } from './words.ts'
import '../change/change.css'

/** Which components of ours a bulletin concerns, and the way from there to a package or a change. */
export function AboutBulletin({ row, refs }: PageProps) {
  const say = useSay()
  const navigate = useNavigate()
  const mayPlan = mayEver(change.access.create, useSession())
  const [affected, unsure] = [row['affected'] as string[], row['unsure'] as string[]]
  const go = (to: string, search: object) => navigate({ to: to as '/', search: search as never })
  return (
    <Card
      size="small"
      title={say(words.concerns)}
      extra={
        mayPlan && (
          <span className="chg-hands">
            <Button
              size="small"
              onClick={() =>
                go('/upgrade-packages/new', {
                  title: row['title'],
                  bulletin: row.id,
                  product: row['product'],
                  supplier: row['supplier'],
                })
              }
            >
              {say(words.register)}
            </Button>
            <Button
              size="small"
              disabled={affected.length === 0}
              onClick={() => go('/changes/new', { title: row['title'], bulletin: row.id, components: affected })}
            >
              {say(words.plan)}
            </Button>
          </span>
        )
      }
    >
      {row['product'] === null && <p className="ts-quiet">{say(words.noProduct)}</p>}
      {row['product'] !== null && affected.length + unsure.length === 0 && (
        <p className="ts-quiet">{say(words.concernsNothing)}</p>
      )}
      <p className="chg-line">
        {affected.map((id) => (
          <RefLink key={id} id={id} refs={refs} />
        ))}
      </p>
      {unsure.length > 0 && (
        <p className="chg-line is-late">
          {say(words.unknown)}
          {unsure.map((id) => (
            <RefLink key={id} id={id} refs={refs} />
          ))}
        </p>
      )}
    </Card>
  )
}
