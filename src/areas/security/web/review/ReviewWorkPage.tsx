import { useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { App, Empty, Skeleton } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../../../web/client/api.ts'
import { useList } from '../../../../web/client/hooks.ts'
import { keyOf } from '../../../../web/client/live.ts'
import { useSession } from '../../../../web/client/session.ts'
import { useListKeys } from '../../../../web/record/keys.ts'
import { LoadFailed, useProblemText } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { isForSomethingElse } from '../../../../web/shell/typing.ts'
import { accessReviewItem } from '../../access-review-item/access-review-item.record.ts'
import { type Asked, type Item, ReviewItem } from './ReviewItem.tsx'
import { reviewTitles, workWords as words } from './words.ts'
import './review.css'

/** What is mine to review, account by account: keys at a desk, large buttons on a phone. */
export function ReviewWorkPage() {
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const me = useSession().person.id
  const { review } = useSearch({ strict: false }) as { review?: string }
  useTitle(say(reviewTitles.work))
  const list = useList(accessReviewItem, { reviewer: me, state: 'open', sort: 'title', limit: '200', review })
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []) as readonly Item[]
  const refs = Object.assign({}, ...(list.data?.pages.map((page) => page.refs) ?? []))
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState<Asked>()
  const here = items.find(({ id }) => id === chosen) ?? items[0]
  useLooks(here)

  const move = useCallback((id: string) => {
    setAsked(undefined)
    setChosen(id)
    document.getElementById(`item-${id}`)?.scrollIntoView({ block: 'nearest' })
  }, [])
  const decide = async (item: Item, verb: 'keep' | 'revoke', body: object = {}) => {
    const next = items[items.findIndex(({ id }) => id === item.id) + 1]
    try {
      await api.act(accessReviewItem, item.id, verb, body)
      setAsked(undefined)
      if (next) move(next.id)
    } catch (problem) {
      message.error(text(problem))
    }
    await queries.invalidateQueries({ queryKey: keyOf(accessReviewItem.name, 'list') })
  }
  const keep = (item: Item) => (item.standing === 'matched' ? void decide(item, 'keep') : setAsked('keep'))
  useListKeys({
    ...{ rows: items.map(({ id }) => id), at: here?.id, onMove: move },
    ...{ onOpen: () => {}, onTurn: () => {}, onClear: () => setAsked(undefined) },
  })
  useDecideKeys({ onKeep: () => here && keep(here), onRevoke: () => here && setAsked('revoke') })

  if (list.error && !list.data) return <LoadFailed error={list.error} retry={() => list.refetch()} />
  if (!list.data) return <Skeleton active className="ts-pad" paragraph={{ rows: 8 }} />
  const count = list.data.pages[0]?.count
  return (
    <div className="arv-page">
      <header>
        <h1 className="ts-title">{say(reviewTitles.work)}</h1>
        {count && count.value > 0 && (
          <span className="ts-figures">
            {count.value}
            {count.atLeast ? '+' : ''} {say(words.left)}
          </span>
        )}
        <span className="arv-keys ts-quiet">{say(words.keys)}</span>
      </header>
      {items.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say(words.nothing)} />}
      {items.map((item) => (
        <ReviewItem
          key={item.id}
          item={item}
          refs={refs}
          here={item.id === here?.id}
          asked={item.id === here?.id ? asked : undefined}
          onChoose={() => move(item.id)}
          onKeep={() => keep(item)}
          onAsk={setAsked}
          onDecide={(verb, body) => void decide(item, verb, body)}
        />
      ))}
    </div>
  )
}

/** Whatever is opened is said to the server once: how long one looks counts from there. */
function useLooks(item: Item | undefined): void {
  const looked = useRef(new Set<string>())
  const id = item?.openedAt === null ? item.id : undefined
  useEffect(() => {
    if (!id || looked.current.has(id)) return
    looked.current.add(id)
    // A look that is not told only makes the decision count as quicker.
    api.act(accessReviewItem, id, 'look').catch(() => looked.current.delete(id))
  }, [id])
}

function useDecideKeys(keys: { readonly onKeep: () => void; readonly onRevoke: () => void }): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isForSomethingElse(event)) return
      if (event.key === 'K') latest.current.onKeep()
      else if (event.key === 'r' || event.key === 'R') latest.current.onRevoke()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
