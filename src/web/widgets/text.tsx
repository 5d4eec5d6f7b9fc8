import { useParts } from '../context.ts'
import { useSay } from '../shell/lang.tsx'
import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

const Show = ({ shown, value }: ShowProps) =>
  shown.names === 'record' ? <KindName name={String(value)} /> : String(value)

/** A kind of record by its word; one that is no more by its code. */
function KindName({ name }: { name: string }) {
  const say = useSay()
  const head = useParts().registry.find(name)
  return <>{head ? say(head.words.name) : name}</>
}

export const text: Widget = { Show, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditText)) }
