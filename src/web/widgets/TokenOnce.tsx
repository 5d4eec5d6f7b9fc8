import { Alert, Typography } from 'antd'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'

/** A token that was just made, to be copied now: it is shown this once. */
export function TokenOnce({ token }: { token: string }) {
  const say = useSay()
  return (
    <Alert
      type="success"
      showIcon
      className="ts-gap"
      title={say(words.tokenMade)}
      description={
        <>
          <Typography.Text code copyable>
            {token}
          </Typography.Text>
          <div>{say(words.tokenOnce)}</div>
        </>
      }
    />
  )
}
