import { Link } from '@tanstack/react-router'
import { Button, Skeleton, Tag } from 'antd'
import { showInstant } from '../../../../web/format/time.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { HeadedTable } from '../../../../web/widgets/HeadedTable.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { accessGrantWords } from '../../access-grant/access-grant.words.ts'
import { type Held, useAccess, type Whose } from './access.ts'
import { accessWords as words } from './words.ts'
import './access.css'

interface AccessTableProps {
  readonly whose: Whose
  /** What the place where it stands says already. */
  readonly without?: 'person' | 'system'
}

/** Who holds what: a line for each grant, with why and until when. */
export function AccessTable({ whose, without }: AccessTableProps) {
  const say = useSay()
  const found = useAccess(whose)
  if (found.isError) return <LoadFailed error={found.error} retry={() => found.refetch()} />
  if (found.isPending) return <Skeleton active className="ts-pad" paragraph={{ rows: 4 }} />
  if (found.items.length === 0) return <p className="ts-quiet acc-none">{say(words.none)}</p>
  const heads = [words.right, words.grant, words.why, words.since, words.until] as const
  return (
    <>
      <HeadedTable box="acc-box" table="acc-table" heads={without === 'person' ? heads : [words.person, ...heads]}>
        <tbody>
          {found.items.map((one) => (
            <tr key={one.id}>
              {without !== 'person' && (
                <th scope="row">
                  <RefLink id={one.person} refs={found.refs} />
                </th>
              )}
              <td>
                {without !== 'system' && (
                  <>
                    <RefLink id={one.system} refs={found.refs} />
                    {' · '}
                  </>
                )}
                <RefLink id={one.accessRight} refs={found.refs} />
                <Marks one={one} />
              </td>
              <td>
                <Link to={`/access-grants/${one.number}` as '/'} className="ts-number">
                  {one.number}
                </Link>
              </td>
              <td className="acc-why">{one.reason}</td>
              <td className="ts-figures">{showInstant(one.grantedAt)}</td>
              <td className="ts-figures">{one.endsAt ? showInstant(one.endsAt) : say(words.noEnd)}</td>
            </tr>
          ))}
        </tbody>
      </HeadedTable>
      {found.hasNextPage && (
        <Button type="text" size="small" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </>
  )
}

/** What stands out of a grant. */
function Marks({ one }: { one: Held }) {
  const say = useSay()
  return (
    <span className="acc-marks">
      {one.privileged && <Tag>{say(words.privileged)}</Tag>}
      {one.kind !== 'standing' && <Tag>{say(accessGrantWords.choices.kind[one.kind])}</Tag>}
      {one.extra && <Tag>{say(words.extra)}</Tag>}
      {one.conflicts && <StateTag tone="late" word={say(words.conflict)} />}
      {one.state === 'revoking' && <StateTag tone="late" word={say(words.toBeTaken)} />}
    </span>
  )
}
