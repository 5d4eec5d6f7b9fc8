import { showDay, showInstant } from '../format/time.ts'
import { useLang } from '../shell/lang.tsx'
import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

function ShowDate({ value, dense }: ShowProps) {
  const lang = useLang()
  return <span className="ts-figures">{dense ? String(value) : showDay(String(value), lang)}</span>
}

const ShowMoment = ({ value, dense }: ShowProps) => (
  <time dateTime={String(value)} title={showInstant(String(value), true)} className="ts-figures">
    {showInstant(String(value), !dense)}
  </time>
)

const EditDate = lazyEdit(() => import('./date-edit.tsx').then((m) => m.EditDate))
const EditMoment = lazyEdit(() => import('./date-edit.tsx').then((m) => m.EditMoment))

export const date: Widget = { Show: ShowDate, Edit: EditDate }
export const instant: Widget = { Show: ShowMoment, Edit: EditMoment }
