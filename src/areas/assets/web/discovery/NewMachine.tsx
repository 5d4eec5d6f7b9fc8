import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSay } from '../../../../web/shell/lang.tsx'
import { LinkPicker } from '../../../../web/widgets/LinkPicker.tsx'
import type { Difference } from '../../discovery/waiting.rules.ts'
import { discoveryWords as words } from './words.ts'

export interface DecideProps {
  readonly difference: Difference
  readonly pending: boolean
  readonly onAccept: (id: string, body: object) => void
  readonly onDismiss: (difference: Difference) => void
}

/** A machine that nobody registered: as what it is registered, or which registered asset it is. */
export function NewMachine({ difference, pending, onAccept, onDismiss }: DecideProps) {
  const say = useSay()
  const [category, setCategory] = useState(difference.category?.id)
  const [tag, setTag] = useState('')
  const [asset, setAsset] = useState<string | undefined>()
  const refs = difference.category
    ? { [difference.category.id]: { record: 'asset-category', ...difference.category } }
    : {}
  return (
    <div className="ast-decide">
      <div>
        <span className="ts-quiet">{say(words.category)}</span>
        <LinkPicker
          to="asset-category"
          refs={refs as never}
          value={category ? [category] : []}
          label={say(words.category)}
          onChange={([one]) => setCategory(one)}
        />
      </div>
      <div>
        <span className="ts-quiet">{say(words.tag)}</span>
        <Input
          value={tag}
          placeholder={say(words.tagDrawn)}
          aria-label={say(words.tag)}
          onChange={({ target }) => setTag(target.value)}
        />
      </div>
      <Button
        type="primary"
        loading={pending}
        disabled={!category || asset !== undefined}
        onClick={() => onAccept(difference.id, { category, ...(tag.trim() && { tag: tag.trim() }) })}
      >
        {say(words.register)}
      </Button>
      <div>
        <span className="ts-quiet">{say(words.isRegistered)}</span>
        <LinkPicker
          to="asset"
          refs={{}}
          value={asset ? [asset] : []}
          label={say(words.isRegistered)}
          onChange={([one]) => setAsset(one)}
        />
      </div>
      <Button loading={pending} disabled={!asset} onClick={() => onAccept(difference.id, { asset })}>
        {say(words.accept)}
      </Button>
      <Button type="text" onClick={() => onDismiss(difference)}>
        {say(words.dismiss)}
      </Button>
    </div>
  )
}
