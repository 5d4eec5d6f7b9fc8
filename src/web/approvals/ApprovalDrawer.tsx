import { CheckCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useSay } from '../shell/lang.tsx'
import { useCloseOnLeave } from '../shell/leaving.ts'
import { MineList } from './MineList.tsx'
import { approvalWords as words } from './words.ts'

/** What waits for my hand, over whatever page one is on. Following a link closes it. */
export function ApprovalDrawer({ close }: { close: () => void }) {
  const say = useSay()
  useCloseOnLeave(close)
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
