import { Skeleton } from 'antd'
import { type ComponentType, type FunctionComponent, lazy, Suspense } from 'react'
import type { Load } from '../plugin.ts'

const made = new Map<unknown, FunctionComponent<never>>()

/** A component from its loader, with a skeleton while it comes; one loader always gives the same component. */
export function lazily<P extends object>(load: Load<P>): FunctionComponent<P> {
  const known = made.get(load)
  if (known) return known as FunctionComponent<P>
  const Inner = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  const Lazy = (props: P) => (
    <Suspense fallback={<Skeleton active className="ts-pad" />}>
      <Inner {...props} />
    </Suspense>
  )
  made.set(load, Lazy as FunctionComponent<never>)
  return Lazy
}
