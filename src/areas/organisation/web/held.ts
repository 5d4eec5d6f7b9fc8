import type { Words } from '../../../record/words.ts'
import { useParts } from '../../../web/context.ts'
import { useSay } from '../../../web/shell/lang.tsx'

/** What a way of holding is called: the record, and the field that names the person. */
export function useHeldWords(): (record: string, field: string) => string {
  const say = useSay()
  const { registry } = useParts()
  return (record, field) => {
    const { words } = registry.get(record)
    const label = (words.fields as Readonly<Record<string, Words>>)[field] ?? [field, field]
    return `${say(words.name)} · ${say(label)}`
  }
}
