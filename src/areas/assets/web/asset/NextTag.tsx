import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { api } from '../../../../web/client/api.ts'
import type { FormProps } from '../../../../web/plugin.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { assetScreenWords as words } from './words.ts'
import './asset.css'

/** Above the form of a new asset: draws the next tag of its category. */
export function NextTag({ row, values, fill }: FormProps) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const category = values['category'] as string | null | undefined
  const draw = useMutation({
    mutationFn: () => api.call<{ tag: string }>('/assets/next-tag', { method: 'POST', body: { category } }),
    onSuccess: ({ tag }) => fill({ tag }),
    onError: (problem) => message.error(text(problem)),
  })
  if (row !== undefined) return null
  return (
    <p className="ast-tag">
      <Button disabled={!category || Boolean(values['tag'])} loading={draw.isPending} onClick={() => draw.mutate()}>
        {say(words.takeTag)}
      </Button>
      <span className="ts-quiet">{say(words.tagHint)}</span>
    </p>
  )
}
