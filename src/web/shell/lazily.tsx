import { Skeleton } from 'antd'
import { type ComponentType, type FunctionComponent, lazy, type ReactNode, Suspense } from 'react'
import type { Load } from '../plugin.ts'

const made = new Map<unknown, FunctionComponent<never>>()

/**
 * A component from its loader, with a skeleton while it comes or what stands for it; one loader always gives the same
 * component.
 */
export function lazily<P extends object>(
  load: Load<P>,
  fallback: ReactNode = <Skeleton active className="ts-pad" />,
): FunctionComponent<P> {
  const known = made.get(load)
  if (known) return known as FunctionComponent<P>
  const Inner = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  const Lazy = (props: P) => (
    <Suspense fallback={fallback}>
      <Inner {...props} />
    </Suspense>
  )
  made.set(load, Lazy as FunctionComponent<never>)
  return Lazy
}
