import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Select } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../record/registry.ts'
import { api } from '../client/api.ts'
import { Problem } from '../client/problem.ts'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { mayCreate } from '../shell/access.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import type { ImportFile, MissingName } from './import.ts'
import { settleCount, words } from './import.words.ts'
import { NameLine } from './NameLine.tsx'
import { firstOffer, keyOfName, type Settled, sentOf } from './unknown.ts'

interface UnknownNamesProps {
  readonly entry: Entry
  readonly file: ImportFile
  readonly missing: readonly MissingName[]
  /** They are settled, and the file is to be checked again. */
  readonly onSettled: () => void
}

/** Names in the file that nobody knows: what is to be made of each, corrected where need be, and confirmed in one press. */
export function UnknownNames({ entry, file, missing, onSettled }: UnknownNamesProps) {
  const say = useSay()
  const text = useProblemText()
  const { registry } = useParts()
  const session = useSession()
  const queries = useQueryClient()
  const mayMake = (record: string) => mayCreate(registry.head(record), session)
  const [settled, setSettled] = useState(
    () => new Map(missing.map((one) => [keyOfName(one), firstOffer(one, mayMake(one.record))])),
  )
  const sent = sentOf(missing, settled)
  const settle = useMutation({
    mutationFn: () =>
      api.call<ImportFile>(`/${entry.record.plural}/import/${file.id}/names`, {
        method: 'POST',
        body: { names: sent },
      }),
    onSuccess: (next) => {
      queries.setQueryData(['import', file.id], next)
      onSettled()
    },
  })
  const put = (names: readonly MissingName[], to: (before: Settled) => Settled) =>
    setSettled((before) => {
      const next = new Map(before)
      for (const one of names) next.set(keyOfName(one), to(before.get(keyOfName(one)) as Settled))
      return next
    })
  const faultsOf = (one: MissingName): string[] => {
    if (!(settle.error instanceof Problem)) return []
    const at = sent.findIndex(({ record, text: name }) => record === one.record && name === one.text)
    return settle.error.errors.filter(({ path }) => `${path}.`.startsWith(`names.${at}.`)).map(({ message }) => message)
  }
  const records = [...new Set(missing.map(({ record }) => record))]
  return (
    <Card size="small" title={say(words.unknown)} className="ts-import-part">
      <p className="ts-quiet">{say(words.unknownHint)}</p>
      {records.map((record) => {
        const names = missing.filter((one) => one.record === record)
        return (
          <section key={record} className="ts-names" aria-label={say(registry.head(record).words.name)}>
            <header>
              <h3>{say(registry.head(record).words.name)}</h3>
              <span className="ts-figures ts-quiet">{names.length}</span>
              <span className="ts-grow" />
              {names.length > 1 && (
                <Select<Settled['as'] | null>
                  size="small"
                  value={null}
                  placeholder={say(words.allOfThese)}
                  aria-label={say(words.allOfThese)}
                  options={[
                    { value: 'make', label: say(words.make), disabled: !mayMake(record) },
                    { value: 'empty', label: say(words.leaveEmpty) },
                    { value: 'leave', label: say(words.leaveAtFault) },
                  ]}
                  onChange={(as) => as && put(names, (before) => ({ ...before, as }))}
                />
              )}
            </header>
            {names.map((one) => (
              <NameLine
                key={one.text}
                entry={registry.get(record)}
                name={one}
                settled={settled.get(keyOfName(one)) as Settled}
                mayMake={mayMake(record)}
                faults={faultsOf(one)}
                onChange={(next) => put([one], () => next)}
              />
            ))}
          </section>
        )
      })}
      {settle.isError && <Alert type="error" showIcon role="alert" title={text(settle.error)} className="ts-gap" />}
      <div className="ts-import-act">
        <Button type="primary" loading={settle.isPending} disabled={sent.length === 0} onClick={() => settle.mutate()}>
          {say(settleCount(sent.length))}
        </Button>
      </div>
    </Card>
  )
}
