import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import { Drawer, Grid } from 'antd'
import { useEffect, useState } from 'react'
import { startLive } from '../client/live.ts'
import { sessionQuery } from '../client/session.ts'
import { words } from '../words.ts'
import { Boundary } from './Broken.tsx'
import { Header } from './Header.tsx'
import { useAdoptLang, useSay } from './lang.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { SideMenu } from './SideMenu.tsx'

const stored = 'touchstone.menu'

/** What stands around every page: header, menu, and the one live stream. */
export function Frame() {
  const { data: session } = useQuery(sessionQuery)
  const { pathname, href } = useLocation()
  if (session === null) return <Navigate to="/sign-in" search={{ to: href }} />
  if (session?.mustEnrol && pathname !== '/account') return <Navigate to="/account" />
  return session ? <SignedIn pathname={pathname} lang={session.person.lang} /> : null
}

function SignedIn({ pathname, lang }: { pathname: string; lang: 'zh' | 'en' }) {
  const queries = useQueryClient()
  const say = useSay()
  const adopt = useAdoptLang()
  const wide = Grid.useBreakpoint().lg ?? true
  const [shown, setShown] = useState(() => localStorage.getItem(stored) !== 'closed')
  const [open, setOpen] = useState(false)
  useEffect(() => startLive(queries), [queries])
  // Once, when the person comes in.
  useEffect(() => adopt(lang), [])
  // A chosen entry closes the drawer it was chosen from.
  useEffect(() => setOpen(false), [pathname])

  const toggle = () => {
    if (!wide) return setOpen(true)
    localStorage.setItem(stored, shown ? 'closed' : 'open')
    setShown(!shown)
  }
  return (
    <div className="ts-frame">
      <Header onMenu={toggle} wide={wide} />
      <Shortcuts />
      <div className="ts-middle">
        {wide && shown && (
          <nav className="ts-side" aria-label={say(words.menu)}>
            <SideMenu />
          </nav>
        )}
        <Drawer
          open={open && !wide}
          onClose={() => setOpen(false)}
          placement="left"
          size={260}
          title={say(words.product)}
          styles={{ body: { padding: 4 } }}
        >
          <SideMenu />
        </Drawer>
        <main className="ts-page" id="page">
          <Boundary at={pathname}>
            <Outlet />
          </Boundary>
        </main>
      </div>
    </div>
  )
}
