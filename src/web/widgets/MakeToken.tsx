import { Alert, Button, Popconfirm } from 'antd'
import type { AnyRecord } from '../../record/record.ts'
import type { Words } from '../../record/words.ts'
import { useWriteOf } from '../client/hooks.ts'
import type { Row } from '../client/types.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { TokenOnce } from './TokenOnce.tsx'

interface MakeTokenProps {
  readonly record: AnyRecord
  readonly row: Row
  /** The act that makes it. */
  readonly verb?: string
  /** The one just made. */
  readonly token: string | undefined
  readonly made: (token: string) => void
  /** What becomes of whoever still has the one before. */
  readonly renewHint: Words
}

/** Makes the token by which a program speaks for a record; in place of one that may be in use only after a second thought. */
export function MakeToken({ record, row, verb = 'make-token', token, made, renewHint }: MakeTokenProps) {
  const say = useSay()
  const text = useProblemText()
  const write = useWriteOf<{ token: string }>(record, row.id)
  if (row.can?.[verb] !== true) return null
  const make = () => write.mutate({ path: verb, body: {} }, { onSuccess: (answer) => made(answer.token) })
  return (
    <div className="ts-gap">
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {token && <TokenOnce token={token} />}
      {(row as { secretSet?: boolean }).secretSet === true ? (
        <Popconfirm title={say(words.renewToken)} description={say(renewHint)} onConfirm={make}>
          <Button loading={write.isPending}>{say(words.renewToken)}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" loading={write.isPending} onClick={make}>
          {say(words.makeToken)}
        </Button>
      )}
    </div>
  )
}
