import { lazily } from '../shell/lazily.tsx'
import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

const ShowJson = lazily<ShowProps>(() => import('./json-show.tsx').then((m) => m.ShowJson))

/** In a table one line is enough; on a page, each part by its words. */
const Show = (props: ShowProps) =>
  props.dense ? <code>{JSON.stringify(props.value).slice(0, 120)}</code> : <ShowJson {...props} />

export const json: Widget = { Show, Edit: lazyEdit(() => import('./json-edit.tsx').then((m) => m.EditJson)) }
