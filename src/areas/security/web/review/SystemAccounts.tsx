import { Link } from '@tanstack/react-router'
import { Button, Card, Modal } from 'antd'
import { useState } from 'react'
import { useCall, useWriteOf } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { showInstant } from '../../../../web/format/time.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import { TokenOnce } from '../../../../web/widgets/TokenOnce.tsx'
import { accessSystem } from '../../access-system/access-system.record.ts'
import { hands, keeper } from '../../keepers.rules.ts'
import { type Standing, standingWords } from '../../system-account/standing.rules.ts'
import { BringList } from './BringList.tsx'
import { standingTones } from './tones.ts'
import { accountWords as words } from './words.ts'
import './review.css'

interface Accounts {
  readonly shown: boolean
  readonly standing: Readonly<Record<Standing, number>>
  readonly privileged: number
  readonly shared: number
  readonly list: { readonly number: string; readonly at: string; readonly complete: boolean } | null
  readonly notThere: readonly { readonly number: string; readonly person: string; readonly right: string }[]
  readonly notThereCount: number
  readonly waiting: number
}

const watched = ['account-list', 'system-account', 'access-grant', 'access-review-item']

/** Beside a system: its accounts by how they stand, what was granted and is not there, and how a list of them is brought. */
export function SystemAccounts({ row }: PageProps) {
  const say = useSay()
  const session = useSession()
  const { data } = useCall<Accounts>(`/access-systems/${row.id}/accounts`, {}, watched)
  const [bringing, setBringing] = useState(false)
  if (!data?.shown) return null
  const inUse = row.state === 'in-use'
  return (
    <Card size="small" title={say(words.accounts)}>
      {data.list === null ? <p className="ts-quiet">{say(words.none)}</p> : <Standings row={row} data={data} />}
      {data.notThereCount > 0 && <NotThere data={data} />}
      {inUse && (
        <div className="arv-acts ts-gap">
          {mayEver(hands, session) && <Button onClick={() => setBringing(true)}>{say(words.bring)}</Button>}
          {mayEver(keeper, session) && (
            <Link to="/access-reviews/new" search={{ system: row.id } as never}>
              <Button>{say(words.review)}</Button>
            </Link>
          )}
          {mayEver(hands, session) && row['accountsFrom'] === 'agent' && <Token id={row.id} />}
        </div>
      )}
      {bringing && <BringList system={row.id} onClose={() => setBringing(false)} />}
    </Card>
  )
}

function Standings({
  row,
  data: { standing, list, privileged, shared, waiting },
}: Pick<PageProps, 'row'> & { data: Accounts }) {
  const say = useSay()
  const to = (search: object) => ({
    to: '/system-accounts',
    search: { system: row.id, state: 'present', ...search } as never,
  })
  return (
    <ul className="arv-list">
      {(Object.keys(standingWords) as Standing[]).map((one) => (
        <li key={one}>
          <Link {...to({ standing: one })}>
            <StateTag tone={standing[one] === 0 ? 'start' : standingTones[one]} word={say(standingWords[one])} />
          </Link>{' '}
          <b className="ts-figures">{standing[one]}</b>
        </li>
      ))}
      <li className="arv-facts">
        <Link {...to({ privileged: 'true' })}>
          {say(words.privileged)} <b className="ts-figures">{privileged}</b>
        </Link>
        <Link {...to({ shared: 'true' })}>
          {say(words.shared)} <b className="ts-figures">{shared}</b>
        </Link>
      </li>
      {waiting > 0 && (
        <li>
          <Link to="/access-review-items" search={{ system: row.id, state: 'revoking' } as never}>
            <StateTag tone="late" word={say(words.waiting)} />
          </Link>{' '}
          <b className="ts-figures">{waiting}</b>
        </li>
      )}
      {list && (
        <li className="ts-quiet">
          {say(words.newest)} <Link to={`/account-lists/${list.number}`}>{list.number}</Link>{' '}
          <span className="ts-figures">{showInstant(list.at)}</span> {!list.complete && say(words.partial)}
        </li>
      )}
    </ul>
  )
}

function NotThere({ data: { notThere, notThereCount } }: { data: Accounts }) {
  const say = useSay()
  return (
    <>
      <p>
        <StateTag tone="unknown" word={say(words.notThere)} /> <b className="ts-figures">{notThereCount}</b>
      </p>
      <ul className="arv-list">
        {notThere.slice(0, 8).map(({ number, person, right }) => (
          <li key={number}>
            <Link to={`/access-grants/${number}`}>
              {person} · {right}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function Token({ id }: { id: string }) {
  const say = useSay()
  const make = useWriteOf<{ token: string }>(accessSystem, id)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say(words.token)}</Button>
      <Modal open={open} title={say(words.token)} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p>{say(words.tokenHint)}</p>
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate({ path: 'make-token', body: {} })}>
          {say(words.makeToken)}
        </Button>
        {make.data && <TokenOnce token={make.data.token} />}
      </Modal>
    </>
  )
}
