import { Grid, Modal, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { AnyRecord } from '../../../record/record.ts'
import { useParts } from '../../context.ts'
import { LoadFailed } from '../../shell/Broken.tsx'
import { useSay } from '../../shell/lang.tsx'
import { usePicture } from './around.ts'
import { Drawing, type Opening } from './Drawing.tsx'
import { Listing } from './Listing.tsx'
import type { Sizes } from './place.ts'
import type { Most, Node } from './tree.ts'
import { words } from './words.ts'

/** As many as one still looks at. */
const many: Most = { all: 40, first: 24, further: 8 }
const sizes: Sizes = {
  box: { width: 196, height: 42 },
  middle: { width: 196, height: 48 },
  reach: 64,
  heading: 22,
  gap: 6,
  groupGap: 14,
}

export interface WholeProps {
  readonly record: AnyRecord
  readonly id: string
  /** The number of the record in the middle. */
  readonly title: string
  readonly close: () => void
}

/** What stands around a record, step by step as far as one wants to look: as a picture, or as a list. */
export function Whole({ record, id, title, close }: WholeProps) {
  const say = useSay()
  const { registry } = useParts()
  const isWide = Grid.useBreakpoint().md ?? true
  const [chosen, setView] = useState<'picture' | 'list'>()
  const [opened, setOpened] = useState<readonly Node[]>([])
  const places = opened.map((node) => ({ record: registry.head(node.record).record, id: node.id }))
  const { picture, first, error } = usePicture({ record, id }, places, many)
  const view = chosen ?? (isWide ? 'picture' : 'list')
  const opening: Opening = {
    opened: new Set(opened.map((one) => one.id)),
    isFull: (picture?.size ?? 0) >= many.all,
    toggle: (node) =>
      setOpened((before) =>
        before.some((one) => one.id === node.id) ? before.filter((one) => one.id !== node.id) : [...before, node],
      ),
  }
  return (
    <Modal
      open
      footer={null}
      onCancel={close}
      width="96vw"
      title={`${say(words.around)} · ${title}`}
      className="ts-whole"
    >
      <Segmented
        size="small"
        aria-label={say(words.around)}
        value={view}
        onChange={setView}
        options={[
          { value: 'picture', label: say(words.asPicture) },
          { value: 'list', label: say(words.asList) },
        ]}
      />
      {error && <LoadFailed error={error} retry={() => first?.refetch()} />}
      {!picture && !error && <Skeleton active />}
      {picture && picture.middle.groups.length === 0 && <p className="ts-quiet">{say(words.nothing)}</p>}
      {picture && (
        <section className="ts-whole-sheet" aria-label={title}>
          {view === 'picture' ? (
            <Drawing picture={picture} sizes={sizes} opening={opening} onGo={close} />
          ) : (
            <Listing spot={picture.middle} opening={opening} onGo={close} />
          )}
        </section>
      )}
    </Modal>
  )
}
