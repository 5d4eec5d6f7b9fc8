import { Alert, Skeleton } from 'antd'
import { LoadFailed } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { useTitle } from '../shell/title.ts'
import { useAccount } from './account.ts'
import { Codes } from './Codes.tsx'
import { Passkeys } from './Passkeys.tsx'
import { Password } from './Password.tsx'
import { Sessions } from './Sessions.tsx'
import { Tokens } from './Tokens.tsx'
import { accountWords as words } from './words.ts'
import './account.css'

/** How a person signs in and signs, and who else speaks for them: all of it in their own hands. */
export function AccountPage() {
  const say = useSay()
  const { data: account, error, refetch } = useAccount()
  useTitle(say(words.account))
  if (error) return <LoadFailed error={error} retry={() => refetch()} />
  if (!account) return <Skeleton active className="ts-pad" />
  return (
    <div className="ts-pad ts-account">
      <h1 className="ts-title">{say(words.account)}</h1>
      {account.mustEnrol && <Alert type="warning" showIcon title={say(words.mustEnrol)} role="alert" />}
      <Password account={account} />
      <Codes account={account} />
      <Passkeys account={account} />
      {!account.mustEnrol && (
        <>
          <Sessions />
          <Tokens />
        </>
      )}
    </div>
  )
}
