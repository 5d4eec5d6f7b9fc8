import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Empty } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { Words } from '../../../../record/words.ts'
import { useSay } from '../../../../web/shell/lang.tsx'
import { builderWords as words } from './words.ts'

export interface Member {
  readonly key: string
  readonly title: string
  readonly hint: string
  readonly faults: number
}

interface MembersProps {
  readonly members: readonly Member[]
  readonly at: number
  readonly onChoose: (at: number) => void
  readonly onMove: (from: number, to: number) => void
  readonly onAdd: () => void
  readonly onRemove: (at: number) => void
  readonly add: Words
  readonly empty: Words
  /** What is edited of the one that is chosen. */
  readonly children: ReactNode
}

/** The members of a part in their order, one of which is edited: chosen by a click, moved by hand or by keyboard. */
export function Members({ members, at, onChoose, onMove, onAdd, onRemove, add, empty, children }: MembersProps) {
  const say = useSay()
  const [held, hold] = useState<number>()
  const chosen = members[at]
  const onKeyDown = (event: KeyboardEvent, n: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    if (event.altKey) onMove(n, n + by)
    else onChoose(Math.max(0, Math.min(members.length - 1, n + by)))
  }
  return (
    <div className="svc-members">
      <div className="svc-member-list">
        <ol>
          {members.map((one, n) => (
            <li
              key={one.key}
              draggable
              className={held === n ? 'is-held' : ''}
              onDragStart={() => hold(n)}
              onDragEnd={() => hold(undefined)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => held !== undefined && onMove(held, n)}
            >
              <button
                type="button"
                className={`svc-member ${n === at ? 'is-chosen' : ''}`}
                aria-current={n === at}
                title={say(words.move)}
                ref={(node) => {
                  if (n === at && node && document.activeElement?.classList.contains('svc-member')) node.focus()
                }}
                onClick={() => onChoose(n)}
                onKeyDown={(event) => onKeyDown(event, n)}
              >
                <HolderOutlined className="ts-quiet" />
                <span className="svc-member-name">
                  {one.title || say(words.untitled)}
                  <small className="ts-quiet">{one.hint}</small>
                </span>
                {one.faults > 0 && (
                  <span className="is-broken ts-figures" title={`${one.faults} ${say(words.faults)}`}>
                    ✕{one.faults}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ol>
        <Button icon={<PlusOutlined />} block onClick={onAdd}>
          {say(add)}
        </Button>
      </div>
      <div className="svc-member-form">
        {chosen ? (
          <>
            <div className="svc-member-tools">
              <h2 className="ts-title">{`${at + 1} ${chosen.title || say(words.untitled)}`}</h2>
              <Button
                icon={<ArrowUpOutlined />}
                disabled={at === 0}
                aria-label={say(words.up)}
                title={say(words.up)}
                onClick={() => onMove(at, at - 1)}
              />
              <Button
                icon={<ArrowDownOutlined />}
                disabled={at === members.length - 1}
                aria-label={say(words.down)}
                title={say(words.down)}
                onClick={() => onMove(at, at + 1)}
              />
              <Button
                icon={<DeleteOutlined />}
                aria-label={say(words.remove)}
                title={say(words.remove)}
                onClick={() => onRemove(at)}
              />
            </div>
            {children}
          </>
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(empty)} />
        )}
      </div>
    </div>
  )
}
