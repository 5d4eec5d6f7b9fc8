import { Alert } from 'antd'
import type { RowOf } from '../../../../record/record.ts'
import type { PageProps } from '../../../../web/plugin.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import type { handover } from '../../handover/handover.record.ts'
import { slipWords as words } from '../../handover/slip.words.ts'

/** What is to be done by whoever may sign for it now. */
export function AboutHandover({ row }: PageProps) {
  const say = useSay()
  const { state, kind } = row as unknown as RowOf<typeof handover>
  if (state !== 'waiting') return null
  const hint = row.can?.['sign'] === true ? (kind === 'issue' ? words.yours : words.comesBack) : words.photosHint
  return <Alert type="info" showIcon className="ts-gap" title={say(hint)} />
}
