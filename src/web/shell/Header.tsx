import { DisconnectOutlined, MenuOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Drawer, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { useLive } from '../client/live.ts'
import { useSession } from '../client/session.ts'
import { useParts } from '../context.ts'
import type { HeaderDrawer } from '../plugin.ts'
import { words } from '../words.ts'
import { mayEver } from './access.ts'
import { useLang, useSay, useSwitchLang } from './lang.tsx'
import { lazily } from './lazily.tsx'
import { Palette } from './Palette.tsx'
import { PersonMenu } from './PersonMenu.tsx'

/** Product, trading clock, what is wrong, what waits for my hand, language, person. */
export function Header({ onMenu, wide }: { onMenu: () => void; wide: boolean }) {
  const say = useSay()
  const session = useSession()
  const { areas } = useParts()
  const drawers = areas.flatMap((area) => area.drawers ?? []).filter(({ allow }) => mayEver(allow, session))
  return (
    <header className="ts-header">
      <Button type="text" icon={<MenuOutlined />} onClick={onMenu} aria-label={say(words.menu)} />
      <Link to="/" className="ts-brand" aria-label={say(words.product)}>
        <span className="ts-mark" aria-hidden>
          ◆
        </span>
        {wide && <span>{say(words.product)}</span>}
      </Link>
      <div className="ts-clock">{areas.map(({ code, header: Clock }) => Clock && <Clock key={code} />)}</div>
      <LiveSign wide={wide} />
      <Palette wide={wide} />
      {session.demo && wide && <Tag variant="outlined">{say(words.demo)}</Tag>}
      {drawers.map((drawer) => (
        <DrawerSign key={drawer.code} drawer={drawer} />
      ))}
      <LangSwitch />
      <PersonMenu wide={wide} />
    </header>
  )
}

function LiveSign({ wide }: { wide: boolean }) {
  const say = useSay()
  if (useLive()) return null
  return (
    <Tooltip title={say(words.notLiveHint)}>
      <Tag color="warning" icon={<DisconnectOutlined />} role="status">
        {wide ? say(words.notLive) : ''}
      </Tag>
    </Tooltip>
  )
}

const drawerColors: Readonly<Record<HeaderDrawer['tone'], string>> = {
  late: 'var(--ts-late)',
  broken: 'var(--ant-color-error)',
  news: 'var(--ant-color-primary)',
}

function DrawerSign({ drawer }: { drawer: HeaderDrawer }) {
  const say = useSay()
  const count = drawer.useCount()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const Content = lazily(drawer.load)
  return (
    <>
      <Tooltip title={say(drawer.title)}>
        <Button type="text" onClick={() => setOpen(true)} aria-label={`${say(drawer.title)} ${count ?? ''}`}>
          <Badge count={count ?? 0} size="small" overflowCount={99} color={drawerColors[drawer.tone]}>
            {drawer.icon}
          </Badge>
        </Button>
      </Tooltip>
      <Drawer open={open} onClose={close} title={say(drawer.title)} size={480} destroyOnHidden>
        <Content close={close} />
      </Drawer>
    </>
  )
}

export function LangSwitch() {
  const lang = useLang()
  const switchTo = useSwitchLang()
  const next = lang === 'zh' ? 'en' : 'zh'
  return (
    <Button
      type="text"
      onClick={() => switchTo(next)}
      title={lang === 'zh' ? 'Switch to English' : '切换到中文'}
      className="ts-lang"
    >
      <span className={lang === 'zh' ? 'is-on' : ''}>中</span>
      <span aria-hidden>·</span>
      <span className={lang === 'en' ? 'is-on' : ''}>EN</span>
    </Button>
  )
}
