import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'

interface MakeProps {
  readonly words: Words
  readonly path: string
  readonly body: object
  /** Where what was made is seen. */
  readonly to: string
  readonly size?: 'small'
  readonly isDisabled?: boolean
}

/** Makes another record of what is at hand in one step, and leads there. */
export function Make({ words: label, path, body, to, size, isDisabled = false }: MakeProps) {
  const say = useSay()
  const text = useProblemText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const make = useMutation({
    mutationFn: () => api.call<{ number: string }>(path, { method: 'POST', body }),
    onSuccess: ({ number }) => navigate({ to: `${to}/${number}` }),
    onError: (problem) => message.error(text(problem)),
  })
  return (
    <Button {...(size && { size })} disabled={isDisabled} onClick={() => make.mutate()} loading={make.isPending}>
      {say(label)}
    </Button>
  )
}
