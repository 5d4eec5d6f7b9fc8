import { AppstoreOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Menu } from 'antd'
import { useState } from 'react'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { useSay } from './lang.tsx'
import { menuOf } from './menu.ts'

const stored = 'touchstone.menu.areas'

/** The areas this person may use; in each its special screens first, then the lists of its records. */
export function SideMenu() {
  const say = useSay()
  const areas = menuOf(useParts(), useSession())
  const { pathname } = useLocation()
  const [open, setOpen] = useState<string[]>(() => {
    const kept = localStorage.getItem(stored)
    return kept ? (JSON.parse(kept) as string[]) : areas.map(({ code }) => code)
  })
  const here = areas.flatMap(({ entries }) => entries).filter(({ path }) => isAt(pathname, path))
  const selected = here.sort((a, b) => b.path.length - a.path.length)[0]?.path
  return (
    <Menu
      mode="inline"
      inlineIndent={14}
      openKeys={open}
      onOpenChange={(keys) => {
        localStorage.setItem(stored, JSON.stringify(keys))
        setOpen(keys)
      }}
      selectedKeys={selected ? [selected] : []}
      items={areas.map(({ code, words, icon, entries }) => ({
        key: code,
        icon: icon ?? <AppstoreOutlined />,
        label: say(words),
        children: entries.map(({ path, words }) => ({ key: path, label: <Link to={path}>{say(words)}</Link> })),
      }))}
    />
  )
}

const isAt = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)
