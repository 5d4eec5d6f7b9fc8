import { AppstoreOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Menu } from 'antd'
import { useState } from 'react'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { useSay } from './lang.tsx'
import { menuOf } from './menu.ts'

const stored = 'touchstone.menu'

/** The areas this person may use. Open is the one they are in, and whichever they opened or shut themselves stays so. */
export function SideMenu() {
  const say = useSay()
  const areas = menuOf(useParts(), useSession())
  const { pathname } = useLocation()
  const [byHand, setByHand] = useState<Record<string, boolean>>(() => JSON.parse(localStorage.getItem(stored) ?? '{}'))
  const here = areas.flatMap(({ code, entries }) => entries.map(({ path }) => ({ code, path })))
  const at = here
    .filter(({ path }) => isAt(pathname, path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0)
  const open = areas.map(({ code }) => code).filter((code) => byHand[code] ?? code === at?.code)
  const toggle = (keys: readonly string[]) => {
    const changed = areas.map(({ code }) => code).filter((code) => keys.includes(code) !== open.includes(code))
    const next = { ...byHand, ...Object.fromEntries(changed.map((code) => [code, keys.includes(code)])) }
    localStorage.setItem(stored, JSON.stringify(next))
    setByHand(next)
  }
  return (
    <Menu
      mode="inline"
      inlineIndent={14}
      openKeys={open}
      onOpenChange={toggle}
      selectedKeys={at ? [at.path] : []}
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
