import { useCall } from '../../../../web/client/hooks.ts'

/** What one may order, as `GET /api/catalogue` lists it. */
export interface Offered {
  readonly id: string
  readonly number: string
  readonly code: string
  readonly title: string
  readonly titleEn: string | null
  readonly summary: string
  readonly summaryEn: string | null
  readonly service: string
  readonly serviceName: string
  readonly cost: number | null
  readonly fulfilMinutes: number | null
  readonly ordered: number
}

/** What the reader may order now; live. */
export const useCatalogue = () =>
  useCall<{ items: readonly Offered[] }>('/catalogue', {}, ['offering', 'service', 'request'])

/** Those whose name, purpose or service holds each of the words that were typed. */
export function matching(items: readonly Offered[], typed: string): Offered[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return items.filter(({ title, titleEn, summary, summaryEn, serviceName }) => {
    const text = [title, titleEn, summary, summaryEn, serviceName].join('\n').toLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}

/** By service, in the order in which they come. */
export function byService(items: readonly Offered[]): [name: string, items: Offered[]][] {
  const groups = new Map<string, Offered[]>()
  for (const one of items) groups.set(one.serviceName, [...(groups.get(one.serviceName) ?? []), one])
  return [...groups]
}
