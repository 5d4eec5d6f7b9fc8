import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../../web/client/api.ts'
import { useCall } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { Pictures } from './Markdown.tsx'

export type Verdict = 'solved' | 'helpful' | 'not-helpful'

interface Said {
  readonly solved: number
  readonly helpful: number
  readonly notHelpful: number
  readonly mine: Verdict | null
}

/** What readers said of an article. */
export const useSaid = (id: string) => useCall<Said>(`/articles/${id}/said`, {}, ['article-feedback'])

/** Says whether it helped; what one had searched for goes along. */
export function useTell(id: string, asked?: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ verdict, words }: { verdict: Verdict; words?: string }) =>
      api.call(`/articles/${id}/feedback`, {
        method: 'POST',
        body: { verdict, ...(asked && { asked }), ...(words && { words }) },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['call', `/articles/${id}/said`] }),
  })
}

interface File_ {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly shown: boolean
}

/** Addresses of the pictures among an article's files, by their names. */
export function usePictures(id: string): Pictures {
  const at = `/articles/${id}/attachments`
  const { data } = useQuery({
    queryKey: keyOf('article', 'of', id, 'attachments'),
    queryFn: ({ signal }) => api.call<{ items: File_[] }>(at, { signal }),
  })
  const pictures = (data?.items ?? []).filter(({ shown, mediaType }) => shown && mediaType.startsWith('image/'))
  return Object.fromEntries(pictures.map((file) => [file.name, `/api${at}/${file.id}?inline=1`]))
}
