import { useSay } from '../shell/lang.tsx'
import { lazyEdit } from './lazy-edit.tsx'
import { StateTag } from './StateTag.tsx'
import type { ShowProps, Widget } from './widget.ts'

function Show({ shown, value, tone }: ShowProps) {
  const say = useSay()
  const word = say(shown.choices?.[String(value)] ?? [String(value), String(value)])
  return tone ? <StateTag tone={tone} word={word} /> : word
}

export const choice: Widget = { Show, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditChoice)) }
