import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { showTime } from '../../../../web/format/time.ts'
import { useLang, useSay } from '../../../../web/shell/lang.tsx'
import { StateTag } from '../../../../web/widgets/StateTag.tsx'
import type { TaskEntry } from '../duty/agenda.ts'
import { patrolWords } from '../patrol/words.ts'
import { TaskVerb } from './TaskVerb.tsx'
import { taskTones, taskWords } from './words.ts'

/** A task of a periodic duty in the agenda: when it is due, whose it is, and the button that settles it. */
export function TaskLine({ entry: { at, state, task } }: { entry: TaskEntry }) {
  const say = useSay()
  const lang = useLang()
  const navigate = useNavigate()
  const isOpen = state === 'due' || state === 'late'
  return (
    <li className="ops-agenda-line" data-row={task.number}>
      <time className="ts-figures">{showTime(at)}</time>
      <Link to={`/duty-tasks/${task.number}`} className="ops-agenda-title" title={task.number}>
        {lang === 'en' ? (task.titleEn ?? task.title) : task.title}
      </Link>
      <StateTag tone={taskTones[state]} word={say(taskWords[state])} />
      <span className="ops-agenda-more">
        {isOpen && !task.mine && <span className="ts-quiet">{task.post}</span>}
        {isOpen && task.isPatrol && (
          <Button size="small" onClick={() => navigate({ to: `/patrol/${task.number}` })}>
            {say(patrolWords.walk)}
          </Button>
        )}
        {isOpen && task.mine && (!task.isPatrol || task.state === 'to-sign') && (
          <TaskVerb task={task} urgent={state === 'late'} />
        )}
      </span>
    </li>
  )
}
