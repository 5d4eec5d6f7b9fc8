import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import type { Words } from '../../record/words.ts'
import type { Problem } from '../client/problem.ts'
import { useProblemText } from '../shell/Broken.tsx'
import { useSay } from '../shell/lang.tsx'
import { canKeep } from './offline.ts'
import type { Net } from './Standing.tsx'
import { walkWords } from './words.ts'

interface ToldProps {
  readonly net: Net
  readonly problem: Problem | undefined
  readonly words: { readonly offlineHint: Words; readonly signIn: Words }
  /** Where one goes on after signing in. */
  readonly path: string
  /** How the work itself stands. */
  readonly children: ReactNode
}

/** What is in the way of sending, and whether this device keeps what is entered. */
export function Told({ net, problem, words, path, children }: ToldProps) {
  const say = useSay()
  const text = useProblemText()
  return (
    <>
      {net === 'offline' && <Alert type="warning" showIcon title={say(words.offlineHint)} />}
      {net === 'signed-out' && (
        <Alert
          type="warning"
          showIcon
          title={say(words.signIn)}
          action={<Button href={`/sign-in?to=${path}`}>{say(walkWords.toSignIn)}</Button>}
        />
      )}
      {net === 'online' && problem && <Alert type="error" showIcon title={text(problem)} />}
      {children}
      {!canKeep() && <Alert type="info" showIcon title={say(walkWords.keepsNot)} />}
    </>
  )
}
