import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { LoadFailed } from '../../../web/shell/Broken.tsx'
import { useSay } from '../../../web/shell/lang.tsx'
import { useCloseOnLeave } from '../../../web/shell/leaving.ts'
import { NoticeList } from './NoticeList.tsx'
import { useRead, useUnread } from './notices.ts'
import { noticeWords as words } from './words.ts'

/** What one was told and has not looked at, over whatever page one is on. Following a line closes it. */
export function NoticeDrawer({ close }: { close: () => void }) {
  const say = useSay()
  const { data, error, refetch } = useUnread()
  const read = useRead()
  useCloseOnLeave(close)
  if (error && !data) return <LoadFailed error={error} retry={() => refetch()} />
  if (!data) return <Skeleton active />
  return (
    <>
      {data.items.length === 0 ? (
        <div className="msg-calm">
          <CheckCircleOutlined className="is-kept" />
          <b>{say(words.calm)}</b>
          <span className="ts-quiet">{say(words.calmHint)}</span>
        </div>
      ) : (
        <NoticeList items={data.items} />
      )}
      <div className="msg-bar">
        {data.items.length > 0 && (
          <Button size="small" onClick={() => read.mutate(undefined)} loading={read.isPending}>
            {say(words.readAll)}
          </Button>
        )}
        <span className="ts-grow" />
        <Link to="/notices/wishes">{say(words.wishes)}</Link>
        <Link to="/notices">{say(words.all)} →</Link>
      </div>
    </>
  )
}
