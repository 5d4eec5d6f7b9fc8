import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

const Show = ({ value }: ShowProps) => <>{String(value)}</>

export const text: Widget = { Show, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditText)) }
