import { CheckCircleOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useSay } from '../shell/lang.tsx'
import { MineList } from './MineList.tsx'
import { approvalWords as words } from './words.ts'

/** What waits for my hand, over whatever page one is on. Following a link closes it. */
export function ApprovalDrawer({ close }: { close: () => void }) {
  const say = useSay()
  const { pathname } = useLocation()
  const [opened] = useState(pathname)
  useEffect(() => {
    if (pathname !== opened) close()
  }, [pathname, opened, close])
  return (
    <div className="ts-approval-drawer">
      <MineList mine="waiting" />
      <p>
        <Link to="/approvals">
          <CheckCircleOutlined /> {say(words.all)} →
        </Link>
      </p>
    </div>
  )
}
