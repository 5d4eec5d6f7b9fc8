import { Skeleton } from 'antd'
import type { Load } from '../plugin.ts'
import { lazily } from '../shell/lazily.tsx'
import type { EditProps } from './widget.ts'

/** How a field is written, fetched when a form first wants it: as high as a field while it comes. */
export const lazyEdit = (load: Load<EditProps>) => lazily<EditProps>(load, <Skeleton.Input active block />)
