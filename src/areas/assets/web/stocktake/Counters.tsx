import { useQueryClient } from '@tanstack/react-query'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import type { RowOf } from '../../../../record/record.ts'
import { useWriteOf } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import type { Refs } from '../../../../web/client/types.ts'
import { useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import { words as common } from '../../../../web/words.ts'
import { stocktake } from '../../stocktake/stocktake.record.ts'
import { stocktakeWords } from '../../stocktake/stocktake.words.ts'
import { stocktakingWords as words } from './words.ts'

interface CountersProps {
  readonly take: Pick<RowOf<typeof stocktake>, 'id' | 'counters'>
  readonly refs: Refs
  readonly onClose: () => void
}

/** Who counts, while it is counted: others come, and whoever has not counted yet may go. */
export function Counters({ take, refs, onClose }: CountersProps) {
  const say = useSay()
  const text = useProblemText()
  const queries = useQueryClient()
  const change = useWriteOf(stocktake, take.id)
  const [counters, setCounters] = useState<readonly string[]>(take.counters)
  const save = async () => {
    await change.mutateAsync({ path: 'counters', body: { counters } })
    await queries.invalidateQueries({ queryKey: keyOf(stocktake.name, 'item') })
    onClose()
  }
  return (
    <Modal
      open
      title={say(words.changeCounters)}
      okText={say(common.save)}
      cancelText={say(common.cancel)}
      okButtonProps={{ disabled: counters.length === 0, loading: change.isPending }}
      onOk={() => void save().catch(() => undefined)}
      onCancel={onClose}
    >
      <LinkPicker
        to="person"
        multiple
        refs={refs}
        label={say(stocktakeWords.fields.counters)}
        value={counters}
        onChange={setCounters}
      />
      {change.error && <Alert type="error" showIcon className="ts-gap" title={text(change.error)} />}
    </Modal>
  )
}
