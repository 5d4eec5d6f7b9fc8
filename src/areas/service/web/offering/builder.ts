import { App } from 'antd'
import { useMemo, useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import type { Words } from '../../../../record/words.ts'
import { api } from '../../../../web/client/api.ts'
import { useUpdate } from '../../../../web/client/hooks.ts'
import { Problem } from '../../../../web/client/problem.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { offering } from '../../offering/offering.record.ts'
import { checkOffering } from '../../offering/offering.rules.ts'
import { type Drafted, type PlacedFault, tidied } from './edit.ts'
import { builderWords as words } from './words.ts'

export type OfferingRow = RowOf<typeof offering>

const contentOf = ({ form, approval, tasks }: OfferingRow): Drafted => ({ form, approval, tasks })

/**
 * The content being built, its faults as it stands, and saving it: from the version it began with. What only the server can
 * tell (a team that has gone, a field left empty) stands beside what is seen at once.
 */
export function useBuilder(row: OfferingRow) {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const update = useUpdate(offering, row.id)
  const [begun, setBegun] = useState({ version: row.version, draft: contentOf(row) })
  const [draft, setDraft] = useState(begun.draft)
  const [told, setTold] = useState<readonly PlacedFault[]>([])

  const seen = useMemo(() => checkOffering(draft), [draft])
  const known = new Set(seen.map(({ path, text }) => `${path} ${say(text)}`))
  const faults: PlacedFault[] = [
    ...seen.map(({ path, text }) => ({ path, text: say(text) })),
    ...told.filter((one) => !known.has(`${one.path} ${one.text}`)),
  ]
  const change = (next: Drafted) => {
    setDraft(next)
    setTold([])
  }
  const save = async () => {
    try {
      const { item } = await update.mutateAsync({ version: begun.version, ...tidied(draft) })
      const now = item as unknown as OfferingRow
      const saved = contentOf(now)
      setBegun({ version: now.version, draft: saved })
      setDraft(saved)
      // Saved all the same: a draft may have faults, it cannot be submitted with them.
      const path = `/offerings/${row.id}/check`
      const found = await api.call<{ faults: { path: string; text: Words }[] }>(path, { method: 'POST', body: {} })
      setTold(found.faults.map((one) => ({ path: one.path, text: say(one.text) })))
      if (found.faults.length === 0) message.success(say(words.saved))
      else message.warning(say(words.savedFaulty))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      setTold(problem.errors.map((one) => ({ path: one.path, text: one.message })))
      message.error(text(problem))
    }
  }
  return { draft, change, faults, touched: draft !== begun.draft, busy: update.isPending, save }
}
