import { AppstoreOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Menu } from 'antd'
import { useState } from 'react'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import { words as wording } from '../words.ts'
import { useSay } from './lang.tsx'
import { type MenuEntry, menuOf } from './menu.ts'

const stored = 'touchstone.menu'

/**
 * The areas this person may use; what is seldom wanted stands under *more*. Open is where they are, and whatever they opened or shut
 * themselves stays so.
 */
export function SideMenu() {
  const say = useSay()
  const areas = menuOf(useParts(), useSession())
  const { pathname } = useLocation()
  const [byHand, setByHand] = useState<Record<string, boolean>>(() => JSON.parse(localStorage.getItem(stored) ?? '{}'))
  const at = areas
    .flatMap(({ code, entries }) => entries.map((entry) => ({ code, ...entry })))
    .filter(({ path }) => isAt(pathname, path))
    .sort((a, b) => b.path.length - a.path.length)
    .at(0)
  const folds = areas.flatMap(({ code }) => [
    { key: code, isHere: code === at?.code },
    { key: moreOf(code), isHere: code === at?.code && at.seldom },
  ])
  const open = folds.filter(({ key, isHere }) => byHand[key] ?? isHere).map(({ key }) => key)
  const toggle = (keys: readonly string[]) => {
    const changed = folds.filter(({ key }) => keys.includes(key) !== open.includes(key))
    const next = { ...byHand, ...Object.fromEntries(changed.map(({ key }) => [key, keys.includes(key)])) }
    localStorage.setItem(stored, JSON.stringify(next))
    setByHand(next)
  }
  const item = ({ path, words }: MenuEntry) => ({ key: path, label: <Link to={path}>{say(words)}</Link> })
  return (
    <Menu
      mode="inline"
      inlineIndent={14}
      openKeys={open}
      onOpenChange={toggle}
      selectedKeys={at ? [at.path] : []}
      items={areas.map(({ code, words, icon, entries }) => {
        const seldom = entries.filter((entry) => entry.seldom)
        return {
          key: code,
          icon: icon ?? <AppstoreOutlined />,
          label: say(words),
          children: [
            ...entries.filter((entry) => !entry.seldom).map(item),
            ...(seldom.length > 0 ? [{ key: moreOf(code), label: say(wording.more), children: seldom.map(item) }] : []),
          ],
        }
      })}
    />
  )
}

const moreOf = (area: string): string => `${area}/more`

const isAt = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`)
