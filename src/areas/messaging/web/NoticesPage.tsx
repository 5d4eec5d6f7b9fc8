import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useTitle } from '../../../web/shell/title.ts'
import { NoticeList } from './NoticeList.tsx'
import { useNotices, useRead } from './notices.ts'
import { noticeWords as words } from './words.ts'

/** Everything one was told, newest first. */
export function NoticesPage() {
  const say = useSay()
  const [unread, setUnread] = useState(false)
  const list = useNotices(unread)
  const read = useRead()
  useTitle(say(words.notices))
  const items = list.data?.pages.flatMap((page) => page.items)
  const open = list.data?.pages[0]?.unread ?? 0
  return (
    <div className="ts-pad msg-page">
      <h1 className="ts-title">{say(words.notices)}</h1>
      <div className="msg-bar">
        <Checkbox checked={unread} onChange={({ target }) => setUnread(target.checked)}>
          {say(words.unread)} {open > 0 && <span className="ts-figures">{open}</span>}
        </Checkbox>
        <Button size="small" disabled={open === 0} loading={read.isPending} onClick={() => read.mutate(undefined)}>
          {say(words.readAll)}
        </Button>
        <span className="ts-grow" />
        <Link to="/notice-rules">{say(words.myRules)}</Link>
        <Link to="/notices/wishes">{say(words.wishes)}</Link>
      </div>
      {list.error && !items && <LoadFailed error={list.error} retry={() => list.refetch()} />}
      {list.isPending && <Skeleton active />}
      {items?.length === 0 && (
        <Empty description={say(unread ? words.calm : words.none)} image={Empty.PRESENTED_IMAGE_SIMPLE}>
          <span className="ts-quiet">{say(words.calmHint)}</span>
        </Empty>
      )}
      {items && items.length > 0 && <NoticeList items={items} />}
      {list.hasNextPage && (
        <Button onClick={() => list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say(words.more)}
        </Button>
      )}
    </div>
  )
}
