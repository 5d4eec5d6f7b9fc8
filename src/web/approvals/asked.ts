import { App } from 'antd'
import type { Item } from '../client/types.ts'
import { useSay } from '../shell/lang.tsx'
import { approvalWords } from './words.ts'

/** Says of a verb that it was not done but sent for approval, where the answer says so. */
export function useTellAsked(): (answer: Item) => void {
  const say = useSay()
  const { message } = App.useApp()
  return (answer) => {
    if (answer.approval) void message.info(say(approvalWords.asked))
  }
}
