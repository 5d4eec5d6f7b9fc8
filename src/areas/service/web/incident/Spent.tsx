import { App, Button, Input, InputNumber, Space } from 'antd'
import { useState } from 'react'
import type { AnyRecord } from '../../../../record/record.ts'
import { useCreate } from '../../../../web/client/hooks.ts'
import { useSession } from '../../../../web/client/session.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { timeEntry } from '../../time-entry/time-entry.record.ts'
import { useSpent } from './outlook.ts'
import { spentWords, incidentScreenWords as words } from './words.ts'
import './incident.css'

/** Time spent on a ticket, by person, and a line to note more of it. */
export function Spent({ record, id }: { record: AnyRecord; id: string }) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const session = useSession()
  const spent = useSpent(record, id)
  const create = useCreate(timeEntry)
  const [minutes, setMinutes] = useState<number | null>(null)
  const [note, setNote] = useState('')
  if (!mayEver(timeEntry.access.read, session)) return null
  const add = () => {
    if (!minutes || create.isPending) return
    create.mutate(
      { [record.name]: id, minutes, ...(note.trim() && { note: note.trim() }) },
      {
        onSuccess: () => {
          setMinutes(null)
          setNote('')
          void spent.refetch()
        },
        onError: (problem) => message.error(text(problem)),
      },
    )
  }
  return (
    <section className="svc-spent">
      <h2>
        {say(words.time)}{' '}
        {(spent.data?.minutes ?? 0) > 0 && <b className="ts-figures">{say(spentWords(spent.data?.minutes ?? 0))}</b>}
      </h2>
      <span className="ts-quiet">
        {spent.data?.people.map(({ name, minutes: n }) => `${name} ${say(spentWords(n))}`).join(' · ')}
      </span>
      {mayEver(timeEntry.access.create, session) && (
        <Space.Compact className="svc-add-time">
          <InputNumber
            min={1}
            max={1_440}
            precision={0}
            value={minutes}
            onChange={setMinutes}
            onPressEnter={add}
            placeholder={say(words.minutes)}
            aria-label={say(words.minutes)}
          />
          <Input
            value={note}
            onChange={({ target }) => setNote(target.value)}
            onPressEnter={add}
            placeholder={say(words.note)}
            aria-label={say(words.note)}
            maxLength={400}
          />
          <Button onClick={add} loading={create.isPending} disabled={!minutes}>
            {say(words.addTime)}
          </Button>
        </Space.Compact>
      )}
    </section>
  )
}
