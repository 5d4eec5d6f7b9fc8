import { GlobalOutlined, StarFilled, TeamOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Entry } from '../../../record/registry.ts'
import { useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import { words } from '../list.words.ts'
import { isFiltered, type ListAddress, searchOf } from '../query.ts'
import { ViewMenu } from './ViewMenu.tsx'
import { addressOf, differs, type ListLikes, type SavedView, useViewActs, useViews, viewQueryOf } from './views.ts'

const ViewName = lazily(() => import('./ViewName.tsx').then((m) => m.ViewName), null)

interface ViewTabsProps {
  readonly entry: Entry
  readonly address: ListAddress
  readonly likes: ListLikes
  readonly onLike: (likes: ListLikes) => void
  readonly onGo: (address: ListAddress) => void
}

/** The saved views of a list as links, each an address to share; the one in use with what may be done with it. */
export function ViewTabs({ entry, address, likes, onLike, onGo }: ViewTabsProps) {
  const say = useSay()
  const { message } = App.useApp()
  const views = useViews(entry.record.name).data ?? []
  const { save } = useViewActs(entry.record.name)
  const [naming, setNaming] = useState(false)
  const here = views.find(({ id }) => id === address.view)
  const isChanged = here ? differs(here, address) : isFiltered(address.query) || 'sort' in address.query
  const to = `/${entry.record.plural}`
  const all = searchOf({ query: {}, ...(likes.view && { view: 'all' }) })
  return (
    <nav className="ts-views" aria-label={say(words.views)}>
      <Link
        to={to}
        search={all as never}
        activeOptions={exactly}
        aria-current={here ? undefined : 'page'}
        className="ts-view"
      >
        {say(words.all)}
      </Link>
      {views.map((one) => (
        <Link
          key={one.id}
          to={to}
          search={searchOf(addressOf(one)) as never}
          activeOptions={exactly}
          aria-current={one === here ? 'page' : undefined}
          className="ts-view"
        >
          <Whose view={one} />
          {one.name}
          {one.id === likes.view && <StarFilled className="ts-view-default" aria-label={say(words.isDefault)} />}
          {one === here && isChanged && <span className="ts-quiet"> · {say(words.changed)}</span>}
        </Link>
      ))}
      {here && (
        <ViewMenu
          entry={entry}
          view={here}
          address={address}
          isChanged={isChanged}
          isDefault={likes.view === here.id}
          onDefault={(on) => onLike({ view: on ? here.id : undefined })}
          onSaveNew={() => setNaming(true)}
          onGo={onGo}
        />
      )}
      {isChanged && !here && (
        <Button type="link" size="small" onClick={() => setNaming(true)}>
          {say(words.saveView)}
        </Button>
      )}
      {naming && (
        <ViewName
          title={say(here ? words.saveAsNew : words.saveView)}
          hint={say(words.saveHint)}
          onClose={() => setNaming(false)}
          onSave={async (name) => {
            const { item } = await save(name, viewQueryOf(address))
            onGo({ ...address, view: item.id })
            message.success(say(words.viewSaved))
          }}
        />
      )}
    </nav>
  )
}

/** A link is no other view's because its address holds this one's too. */
const exactly = { exact: true, includeSearch: true }

/** Shared ones carry a sign, and its word. */
function Whose({ view: { state } }: { view: SavedView }) {
  const say = useSay()
  if (state === 'team') return <TeamOutlined aria-label={say(words.ofTeam)} title={say(words.ofTeam)} />
  if (state === 'everyone') return <GlobalOutlined aria-label={say(words.ofAll)} title={say(words.ofAll)} />
  return null
}
