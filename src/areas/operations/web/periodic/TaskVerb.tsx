import { Button } from 'antd'
import { useState } from 'react'
import { useItem } from '../../../../web/client/hooks.ts'
import { useEntry } from '../../../../web/context.ts'
import { VerbForm } from '../../../../web/record/VerbForm.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { dutyTask } from '../../duty-task/duty-task.record.ts'
import { dutyTaskWords } from '../../duty-task/duty-task.words.ts'
import type { DutyTaskItem } from './tasks.ts'

/** Settles a task where one stands: done, or signed. */
export function TaskVerb({ task, urgent }: { task: DutyTaskItem; urgent: boolean }) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const verb = task.state === 'to-sign' ? 'attest' : 'done'
  return (
    <>
      <Button size="small" type={urgent ? 'primary' : 'default'} onClick={() => setAsking(true)}>
        {say(dutyTaskWords.verbs[verb])}
      </Button>
      {asking && <Settling id={task.id} verb={verb} onClose={() => setAsking(false)} />}
    </>
  )
}

function Settling({ id, verb, onClose }: { id: string; verb: string; onClose: () => void }) {
  const entry = useEntry('duty-task')
  const { data } = useItem(dutyTask, id)
  if (!data) return null
  return <VerbForm entry={entry} row={data.item as never} refs={data.refs} verb={verb} onClose={onClose} />
}
