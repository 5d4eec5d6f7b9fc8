import { showDay, showInstant } from '../format/time.ts'
import { useLang } from '../shell/lang.tsx'
import { lazily } from '../shell/lazily.tsx'
import type { EditProps, ShowProps, Widget } from './widget.ts'

function ShowDate({ value, dense }: ShowProps) {
  const lang = useLang()
  return <span className="ts-figures">{dense ? String(value) : showDay(String(value), lang)}</span>
}

const ShowMoment = ({ value, dense }: ShowProps) => (
  <time dateTime={String(value)} title={showInstant(String(value), true)} className="ts-figures">
    {showInstant(String(value), !dense)}
  </time>
)

// The pickers are heavy and only forms want them.
const EditDate = lazily<EditProps>(() => import('./date-edit.tsx').then((m) => m.EditDate))
const EditMoment = lazily<EditProps>(() => import('./date-edit.tsx').then((m) => m.EditMoment))

export const date: Widget = { Show: ShowDate, Edit: EditDate }
export const instant: Widget = { Show: ShowMoment, Edit: EditMoment }
