import { PlusOutlined } from '@ant-design/icons'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Card } from 'antd'
import { useList } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useEntry } from '../../../../web/context.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayCreate, mayRead } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { RefLink } from '../../../../web/widgets/link.tsx'
import { assetRelation } from '../../asset-relation/asset-relation.record.ts'
import { assetRelationWords } from '../../asset-relation/asset-relation.words.ts'
import { inverseWords, assetScreenWords as words } from './words.ts'
import './asset.css'

/** At the side: how it stands to others, in words. */
export function Ties(props: PageProps) {
  const entry = useEntry('asset-relation')
  return mayRead(entry, useSession()) ? <Told {...props} /> : null
}

function Told({ row }: PageProps) {
  const say = useSay()
  const navigate = useNavigate()
  const session = useSession()
  const entry = useEntry('asset-relation')
  const out = useList(assetRelation, { from: row.id, state: 'standing' }).data?.pages ?? []
  const into = useList(assetRelation, { to: row.id, state: 'standing' }).data?.pages ?? []
  const refs = Object.assign({}, ...[...out, ...into].map((page) => page.refs))
  const lines = [
    ...out.flatMap(({ items }) =>
      items.map((one) => ({ one, other: one.to, how: assetRelationWords.choices.kind[one.kind] })),
    ),
    ...into.flatMap(({ items }) => items.map((one) => ({ one, other: one.from, how: inverseWords(one.kind) }))),
  ]
  return (
    <Card
      size="small"
      title={say(words.ties)}
      extra={
        mayCreate(entry, session) && (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined />}
            aria-label={say(words.addTie)}
            title={say(words.addTie)}
            onClick={() => navigate({ to: '/asset-relations/new', search: { from: row.id } as never })}
          />
        )
      }
    >
      {lines.length === 0 ? (
        <p className="ts-quiet">{say(words.alone)}</p>
      ) : (
        <ul className="ts-plain ast-ties">
          {lines.slice(0, mostTold).map(({ one, other, how }) => (
            <li key={one.id}>
              <span className="ts-quiet">{say(how)}</span>
              <RefLink id={other} refs={refs} />
            </li>
          ))}
        </ul>
      )}
      {lines.length > mostTold && (
        <Link to="/asset-relations" search={{ to: row.id } as never}>
          +{lines.length - mostTold}
        </Link>
      )}
    </Card>
  )
}

const mostTold = 12
