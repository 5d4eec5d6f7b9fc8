import { Alert, App, Button, Card, Input, Select } from 'antd'
import { useState } from 'react'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { eventSource } from '../../event-source/event-source.record.ts'
import { useTraffic } from './traffic.ts'
import { sourceScreenWords as words } from './words.ts'

const auths = ['none', 'sha', 'sha256', 'sha512'] as const
const privs = ['none', 'aes', 'aes256'] as const
const shown = { none: words.none, sha: 'SHA', sha256: 'SHA-256', sha512: 'SHA-512', aes: 'AES-128', aes256: 'AES-256' }

interface User {
  readonly name: string
  readonly auth: (typeof auths)[number]
  readonly authKey: string
  readonly priv: (typeof privs)[number]
  readonly privKey: string
  readonly engine: string
}

const blank: User = { name: '', auth: 'sha256', authKey: '', priv: 'aes', privKey: '', engine: '' }

/** Beside a source of SNMP traps: where devices send to, and by what they prove themselves. */
export function SnmpSetUp({ row }: Pick<PageProps, 'row'>) {
  const say = useSay()
  const { data } = useTraffic(row.id)
  const port = data?.trapPort
  return (
    <>
      <Card size="small" title={say(words.setUp)}>
        {port === 0 && <Alert type="warning" showIcon title={say(words.trapOff)} />}
        {port !== undefined && port > 0 && (
          <>
            <p className="ts-gap">{say(words.trapOn)}</p>
            <Copyable lines={[`${location.hostname}:${port}`]} />
          </>
        )}
      </Card>
      {row.can?.['set-access'] === true && <Access id={row.id} />}
    </>
  )
}

function Access({ id }: { id: string }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const write = useWriteOf(eventSource, id)
  const [communities, setCommunities] = useState('')
  const [users, setUsers] = useState<readonly User[]>([])
  const keep = () =>
    write.mutate(
      {
        path: 'set-access',
        body: { communities: communities.split('\n').flatMap((one) => one.trim() || []), users: users.map(given) },
      },
      {
        onSuccess: () => {
          setCommunities('')
          setUsers([])
          void message.success(say(words.kept))
        },
      },
    )
  return (
    <Card size="small" title={say(words.access)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      <p className="ts-quiet">{say(words.accessHint)}</p>
      <Input.TextArea
        aria-label={say(words.communities)}
        placeholder={say(words.communities)}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={communities}
        onChange={({ target }) => setCommunities(target.value)}
      />
      {users.map((user, n) => (
        <UserFields
          key={n}
          user={user}
          change={(next) => setUsers(users.map((one, at) => (at === n ? next : one)))}
          remove={() => setUsers(users.filter((_, at) => at !== n))}
        />
      ))}
      <div className="ops-source-acts">
        <Button onClick={() => setUsers([...users, blank])}>{say(words.addUser)}</Button>
        <Button
          type="primary"
          loading={write.isPending}
          disabled={communities.trim() === '' && users.length === 0}
          onClick={keep}
        >
          {say(words.keepAccess)}
        </Button>
      </div>
    </Card>
  )
}

/** As the server takes it: what is not asked for is not there. */
const given = ({ name, auth, authKey, priv, privKey, engine }: User) => ({
  ...{ name, auth, priv },
  ...(auth !== 'none' && { authKey }),
  ...(priv !== 'none' && { privKey }),
  ...(engine.trim() !== '' && { engine }),
})

interface UserProps {
  readonly user: User
  readonly change: (user: User) => void
  readonly remove: () => void
}

function UserFields({ user, change, remove }: UserProps) {
  const say = useSay()
  const options = (all: readonly (keyof typeof shown)[]) =>
    all.map((value) => ({ value, label: typeof shown[value] === 'string' ? shown[value] : say(shown[value]) }))
  return (
    <fieldset className="ops-source-user">
      <Input
        aria-label={say(words.user)}
        placeholder={say(words.user)}
        value={user.name}
        onChange={({ target }) => change({ ...user, name: target.value })}
      />
      <Select
        aria-label={say(words.auth)}
        value={user.auth}
        options={options(auths)}
        onChange={(auth) => change({ ...user, auth, ...(auth === 'none' && { priv: 'none' }) })}
      />
      {user.auth !== 'none' && (
        <>
          <Input.Password
            aria-label={say(words.authKey)}
            placeholder={say(words.authKey)}
            autoComplete="new-password"
            value={user.authKey}
            onChange={({ target }) => change({ ...user, authKey: target.value })}
          />
          <Select
            aria-label={say(words.priv)}
            value={user.priv}
            options={options(privs)}
            onChange={(priv) => change({ ...user, priv })}
          />
        </>
      )}
      {user.priv !== 'none' && (
        <Input.Password
          aria-label={say(words.privKey)}
          placeholder={say(words.privKey)}
          autoComplete="new-password"
          value={user.privKey}
          onChange={({ target }) => change({ ...user, privKey: target.value })}
        />
      )}
      <Input
        aria-label={say(words.engineId)}
        placeholder={say(words.engineId)}
        value={user.engine}
        onChange={({ target }) => change({ ...user, engine: target.value })}
      />
      <Button type="text" onClick={remove}>
        {say(words.removeUser)}
      </Button>
    </fieldset>
  )
}
