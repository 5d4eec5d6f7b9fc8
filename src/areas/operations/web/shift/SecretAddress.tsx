import { Alert, Button, Card, Popconfirm } from 'antd'
import { useState } from 'react'
import type { AnyRecord } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import type { Row } from '../../../../web/client/types.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { shiftScreenWords } from './words.ts'

interface SecretAddressProps {
  readonly record: AnyRecord
  readonly row: Row
  readonly words: Readonly<Record<'title' | 'once' | 'renewHint' | 'howTo', Words>>
}

/** Beside a record that has an address as its only key: made, shown once, changed. */
export function SecretAddress({ record, row, words }: SecretAddressProps) {
  const say = useSay()
  const text = useProblemText()
  const [address, setAddress] = useState<string>()
  const write = useWriteOf<{ path: string }>(record, row.id)
  if (row.state !== 'active') return null
  const make = () =>
    write.mutate(
      { path: 'make-address', body: {} },
      { onSuccess: ({ path }) => setAddress(`${location.origin}${path}`) },
    )
  return (
    <Card size="small" title={say(words.title)}>
      {write.error && <Alert type="error" showIcon title={text(write.error)} className="ts-gap" />}
      {address && (
        <>
          <Copyable lines={[address]} />
          <p className="ts-gap">{say(words.once)}</p>
        </>
      )}
      {row['secretSet'] === true ? (
        <Popconfirm title={say(shiftScreenWords.renewAddress)} description={say(words.renewHint)} onConfirm={make}>
          <Button loading={write.isPending}>{say(shiftScreenWords.renewAddress)}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" loading={write.isPending} onClick={make}>
          {say(shiftScreenWords.makeAddress)}
        </Button>
      )}
      <p className="ts-quiet shf-how">{say(words.howTo)}</p>
    </Card>
  )
}
