import type { Words } from '../../record/words.ts'
import { useParts } from '../context.ts'
import { useLang } from '../shell/lang.tsx'
import type { Brief } from './approvals.ts'

/** `关闭故障`, `Close incident`: the verb and the kind of record, in words. */
export function useVerbWords({ record, verb }: Pick<Brief, 'record' | 'verb'>): string {
  const lang = useLang()
  const { registry } = useParts()
  const { words: own } = registry.get(record)
  const act = (own.verbs as Record<string, Words>)[verb] ?? [verb, verb]
  const [zh, en] = own.name
  return lang === 'zh' ? `${act[0]}${zh}` : `${act[1]} ${en.charAt(0).toLowerCase()}${en.slice(1)}`
}
