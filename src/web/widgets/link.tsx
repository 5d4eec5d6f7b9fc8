import { Link } from '@tanstack/react-router'
import type { Refs } from '../client/types.ts'
import { useParts } from '../context.ts'
import { useSay } from '../shell/lang.tsx'
import { words } from '../words.ts'
import { lazyEdit } from './lazy-edit.tsx'
import type { ShowProps, Widget } from './widget.ts'

/** A record by its name, leading to its page; one the reader may not read shows only that it is there. */
export function RefLink({ id, refs, withNumber = false }: { id: string; refs: Refs; withNumber?: boolean }) {
  const say = useSay()
  const { registry } = useParts()
  const ref = refs[id]
  if (!ref) return <span className="ts-quiet">{say(words.hidden)}</span>
  const { record } = registry.head(ref.record)
  return (
    <Link
      to={`/${record.plural}/${ref.number}`}
      title={ref.number}
      className="ts-ref"
      onClick={(event) => event.stopPropagation()}
    >
      {withNumber ? `${ref.number} ${ref.label}` : ref.label}
    </Link>
  )
}

const ShowOne = ({ value, refs }: ShowProps) => <RefLink id={String(value)} refs={refs} />

const ShowMany = ({ value, refs, dense }: ShowProps) => {
  const ids = value as readonly string[]
  return (
    <span className={dense ? '' : 'ts-many'}>
      {ids.map((id, n) => (
        <span key={id}>
          <RefLink id={id} refs={refs} />
          {n < ids.length - 1 && ', '}
        </span>
      ))}
    </span>
  )
}

export const link: Widget = { Show: ShowOne, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditLink)) }
export const links: Widget = { Show: ShowMany, Edit: lazyEdit(() => import('./edits.tsx').then((m) => m.EditLinks)) }
