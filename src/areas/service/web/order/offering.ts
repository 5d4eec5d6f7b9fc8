import { useQuery } from '@tanstack/react-query'
import type { RowOf } from '../../../../record/record.ts'
import { api } from '../../../../web/client/api.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { offering } from '../../offering/offering.record.ts'

export type OfferingRow = RowOf<typeof offering>

/** The published edition with this code, or null when there is none; live. */
export const useOffering = (code: string) =>
  useQuery({
    queryKey: keyOf('offering', 'list', { code, state: 'published' }),
    queryFn: async ({ signal }): Promise<OfferingRow | null> => {
      const { items } = await api.list(offering, { code, state: 'published', limit: '1' }, signal)
      return items[0] ?? null
    },
  })
