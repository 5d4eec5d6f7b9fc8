import {
  AuditOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  EyeOutlined,
  FilterOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showAgo, showInstant } from '../../../web/format/time.ts'
import { useLang, useSay } from '../../../web/shell/lang.tsx'
import { whyWords } from '../message/message.words.ts'
import type { Why } from '../telling.rules.ts'
import { type Notice, useRead } from './notices.ts'
import { noticeWords as words } from './words.ts'
import './notices.css'

const signs: Readonly<Record<Why, ReactNode>> = {
  approval: <AuditOutlined />,
  mention: <CommentOutlined />,
  assigned: <UserSwitchOutlined />,
  clock: <ClockCircleOutlined />,
  rule: <FilterOutlined />,
  watched: <EyeOutlined />,
}

/** Notices as lines: why, what, when. Following one marks it as read. */
export function NoticeList({ items }: { items: readonly Notice[] }) {
  const say = useSay()
  const lang = useLang()
  const read = useRead()
  return (
    <ul className="ts-plain msg-notices">
      {items.map(({ id, at, why, text, path, readAt }) => (
        <li key={id} className={readAt === null ? 'is-unread' : ''}>
          <span className="msg-why" role="img" aria-label={say(whyWords[why])} title={say(whyWords[why])}>
            {signs[why]}
          </span>
          <Link to={path} onClick={() => readAt === null && read.mutate([id])}>
            {say(text)}
            {readAt === null && <span className="msg-dot" role="img" aria-label={say(words.isUnread)} />}
          </Link>
          <time className="ts-quiet ts-figures" dateTime={at} title={showInstant(at, true)}>
            {showAgo(at, new Date(), lang)}
          </time>
        </li>
      ))}
    </ul>
  )
}
