import { showNumber } from '../format/value.ts'
import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

const Show = ({ value }: ShowProps) => <span className="ts-figures">{showNumber(value as number)}</span>

export const number: Widget = { Show, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditNumber)) }
