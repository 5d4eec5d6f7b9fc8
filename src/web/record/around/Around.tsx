import { FullscreenOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { PageProps } from '../../plugin.ts'
import { useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import { usePicture } from './around.ts'
import { Drawing } from './Drawing.tsx'
import type { Sizes } from './place.ts'
import type { Most } from './tree.ts'
import type { WholeProps } from './Whole.tsx'
import { words } from './words.ts'
import './around.css'

/** As many as can be told apart beside a record. */
const few: Most = { all: 9, first: 8, further: 0 }
const base = { middle: { width: 26, height: 26 }, heading: 17, gap: 4, groupGap: 8 }
const bothSides: Sizes = { ...base, box: { width: 100, height: 32 }, reach: 14 }
const oneSide: Sizes = { ...base, box: { width: 196, height: 32 }, reach: 32 }

const Whole = lazily<WholeProps>(() => import('./Whole.tsx').then((m) => m.Whole), null)

/** What stands around a record as a small picture, and the way to the large one. Nothing where nothing does. */
export function Around({ entry, row }: PageProps) {
  const say = useSay()
  const [whole, setWhole] = useState(false)
  const { picture } = usePicture({ record: entry.record, id: row.id }, [], few)
  if (!picture || picture.middle.groups.length === 0) return null
  const sizes = picture.middle.groups.length > 1 ? bothSides : oneSide
  return (
    <>
      <nav className="ts-around-small" aria-label={say(words.around)}>
        <Drawing picture={picture} sizes={sizes} />
      </nav>
      <Button
        block
        size="small"
        icon={<FullscreenOutlined />}
        onClick={() => setWhole(true)}
        className="ts-around-open"
      >
        {say(words.whole)}
      </Button>
      {whole && <Whole record={entry.record} id={row.id} title={row.number} close={() => setWhole(false)} />}
    </>
  )
}
