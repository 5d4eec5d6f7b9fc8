import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { api } from '../client/api.ts'
import { sessionQuery } from '../client/session.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { Gate } from '../shell/Gate.tsx'
import { useSay } from '../shell/lang.tsx'
import { innerAddress } from '../shell/search.ts'
import { words as common } from '../words.ts'
import { accountWords as words } from './words.ts'

/** Where the firm's sign-in sends people back to: hands on what it said, and goes where they wanted. */
export function BackFromFirm() {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: (query: string) => api.call<{ to: string }>('/session/firm/back', { method: 'POST', body: { query } }),
    onSuccess: async ({ to }) => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey, refetchType: 'all' })
      await navigate({ href: innerAddress(to), replace: true })
    },
  })
  const begun = useRef(false)
  useEffect(() => {
    // What came back serves once: a second look at it would be refused.
    if (begun.current) return
    begun.current = true
    end.mutate(location.search.slice(1))
  })
  return (
    <Gate title={say(common.signIn)} fault={end.error ? text(end.error) : undefined}>
      {end.error ? (
        <Button block onClick={() => navigate({ to: '/sign-in' })}>
          {say(words.startOver)}
        </Button>
      ) : (
        <Spin description={say(words.comingBack)}>
          <div className="ts-pad" />
        </Spin>
      )}
    </Gate>
  )
}
