import { Link } from '@tanstack/react-router'
import { Card, Tag } from 'antd'
import type { PageProps } from '../../../../web/plugin.ts'
import { Related } from '../../../../web/record/Related.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { accessRight } from '../../access-right/access-right.record.ts'
import { AccessTable } from './AccessTable.tsx'
import { accessWords as words } from './words.ts'

/** The rights in a system, and who has which. */
export function AboutSystem({ row }: PageProps) {
  const say = useSay()
  return (
    <>
      <Related
        record={accessRight}
        by={{ system: row.id }}
        sort="code"
        title={words.rights}
        add={words.addRight}
        none={words.noRights}
        asked={['code', 'name', 'privileged', 'posts', 'note']}
        open={row.state === 'in-use'}
        more={({ code, privileged }) => (
          <>
            <span className="ts-quiet ts-number">{String(code)}</span>
            {privileged === true && <Tag>{say(words.privileged)}</Tag>}
          </>
        )}
      />
      <WhoMay search={{ system: row.id }} without="system" />
    </>
  )
}

/** Who has a right. */
export const AboutRight = ({ row }: PageProps) => <WhoMay search={{ right: row.id }} without="system" />

function WhoMay({ search, without }: { search: { system?: string; right?: string }; without: 'system' }) {
  const say = useSay()
  return (
    <Card
      size="small"
      title={say(words.whoMay)}
      extra={
        <Link to={'/access' as '/'} search={search as never}>
          {say(words.seeAll)}
        </Link>
      }
    >
      <AccessTable whose={search} without={without} />
    </Card>
  )
}
