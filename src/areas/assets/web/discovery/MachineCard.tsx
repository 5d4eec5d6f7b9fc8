import { Link } from '@tanstack/react-router'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { discoveryWords as recordWords } from '../../discovery/discovery.words.ts'
import type { Difference, Machine } from '../../discovery/waiting.rules.ts'
import { Dismiss } from './Dismiss.tsx'
import { Gone } from './Gone.tsx'
import { NewMachine } from './NewMachine.tsx'
import { aboutMachine, isReady, useDecide } from './waiting.ts'
import { chooseWords, discoveryWords as words } from './words.ts'

interface MachineCardProps {
  readonly machine: Machine
  readonly fields: Readonly<Record<string, Words>>
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (ids: readonly string[], on: boolean) => void
}

/** One machine: what it is, which asset that is, and in what they differ, side by side. */
export function MachineCard({ machine, fields, chosen, onChoose }: MachineCardProps) {
  const say = useSay()
  const text = useProblemText()
  const decide = useDecide()
  const [dismissed, setDismissed] = useState<Difference | null>(null)
  const accept = (id: string, body: object = {}) => decide.mutate({ id, verb: 'accept', body })
  const changed = machine.differences.filter(({ kind }) => kind === 'changed')
  const ready = machine.differences.filter(isReady).map(({ id }) => id)
  const isAll = ready.length > 0 && ready.every((id) => chosen.has(id))
  return (
    <section className="ast-machine" aria-label={machine.name}>
      <header>
        {ready.length > 0 && (
          <Checkbox
            checked={isAll}
            indeterminate={!isAll && ready.some((id) => chosen.has(id))}
            onChange={({ target }) => onChoose(ready, target.checked)}
            aria-label={say(chooseWords(machine.name))}
          />
        )}
        <Link to={`/discoveries/${machine.number}` as never} className="ast-machine-name">
          {machine.name}
        </Link>
        <span className="ts-quiet">{say(recordWords.choices.kind[machine.kind])}</span>
        {machine.asset && (
          <Link to={`/assets/${machine.asset.number}` as never}>
            {machine.asset.tag} {machine.asset.name}
          </Link>
        )}
        <span className="ts-grow" />
        <span className="ts-quiet ts-figures">
          {say(words.seen)} {machine.seenOn}
        </span>
      </header>
      <p className="ts-quiet">{aboutMachine(machine)}</p>
      {decide.isError && <Alert type="error" showIcon role="alert" title={text(decide.error)} />}
      {changed.length > 0 && (
        <Changes
          differences={changed}
          fields={fields}
          chosen={chosen}
          onChoose={onChoose}
          onAccept={accept}
          onDismiss={setDismissed}
        />
      )}
      {machine.differences.map((one) =>
        one.kind === 'new' ? (
          <NewMachine
            key={one.id}
            difference={one}
            pending={decide.isPending}
            onAccept={accept}
            onDismiss={setDismissed}
          />
        ) : one.kind === 'vanished' ? (
          <Gone key={one.id} difference={one} pending={decide.isPending} onAccept={accept} onDismiss={setDismissed} />
        ) : null,
      )}
      <Dismiss
        open={dismissed !== null}
        pending={decide.isPending}
        onClose={() => setDismissed(null)}
        onDismiss={(reason) => {
          if (dismissed) decide.mutate({ id: dismissed.id, verb: 'dismiss', body: { reason } })
          setDismissed(null)
        }}
      />
    </section>
  )
}

interface ChangesProps extends Omit<MachineCardProps, 'machine'> {
  readonly differences: readonly Difference[]
  readonly onAccept: (id: string) => void
  readonly onDismiss: (difference: Difference) => void
}

function Changes({ differences, fields, chosen, onChoose, onAccept, onDismiss }: ChangesProps) {
  const say = useSay()
  const lang = useLang()
  const called = (field: string | null) => fields[field ?? '']?.[lang === 'zh' ? 0 : 1] ?? field
  return (
    <table className="ast-changes">
      <thead>
        <tr>
          <th />
          <th>{say(words.field)}</th>
          <th>{say(words.registered)}</th>
          <th>{say(words.found)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {differences.map((one) => (
          <tr key={one.id}>
            <td>
              <Checkbox
                checked={chosen.has(one.id)}
                onChange={({ target }) => onChoose([one.id], target.checked)}
                aria-label={say(chooseWords(String(called(one.field))))}
              />
            </td>
            <th scope="row">{called(one.field)}</th>
            <td>{one.registered ?? <span className="ts-quiet">{say(words.empty)}</span>}</td>
            <td>
              <strong>{one.found}</strong>
            </td>
            <td className="ast-acts">
              <Button size="small" onClick={() => onAccept(one.id)}>
                {say(words.accept)}
              </Button>
              <Button size="small" type="text" onClick={() => onDismiss(one)}>
                {say(words.dismiss)}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
