import { EllipsisOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { viewWords } from '../../../areas/administration/view/view.words.ts'
import type { Entry } from '../../../record/registry.ts'
import type { Words } from '../../../record/words.ts'
import { useProblemText } from '../../shell/Broken.tsx'
import { useSay } from '../../shell/lang.tsx'
import { lazily } from '../../shell/lazily.tsx'
import { words } from '../list.words.ts'
import type { ListAddress } from '../query.ts'
import { addressOf, type SavedView, useViewActs, viewQueryOf } from './views.ts'

const ViewName = lazily(() => import('./ViewName.tsx').then((m) => m.ViewName), null)

interface ViewMenuProps {
  readonly entry: Entry
  readonly view: SavedView
  readonly address: ListAddress
  readonly isChanged: boolean
  readonly isDefault: boolean
  readonly onDefault: (on: boolean) => void
  readonly onSaveNew: () => void
  readonly onGo: (address: ListAddress) => void
}

type Items = NonNullable<MenuProps['items']>

/** What may be done with the view in use: keep what is shown, name it, share it, open with it, delete it. */
export function ViewMenu(props: ViewMenuProps) {
  const { entry, view, address, isChanged, isDefault } = props
  const say = useSay()
  const text = useProblemText()
  const { message } = App.useApp()
  const { change, act } = useViewActs(entry.record.name)
  const [naming, setNaming] = useState(false)
  const doing = async (work: Promise<unknown>, done?: string) => {
    try {
      await work
      if (done) message.success(done)
    } catch (problem) {
      message.error(text(problem))
    }
  }
  const mayUpdate = view.can?.['update'] === true
  const item = (key: string, pair: Words, onClick: () => unknown, more = {}) => ({
    key,
    label: say(pair),
    onClick: () => void onClick(),
    ...more,
  })
  const own: Items = isChanged
    ? [
        ...(mayUpdate
          ? [
              item('update', words.updateView, () =>
                doing(change(view, { query: viewQueryOf(address) }), say(words.viewSaved)),
              ),
            ]
          : []),
        item('new', words.saveAsNew, props.onSaveNew),
        item('reset', words.resetView, () => props.onGo(addressOf(view))),
        { type: 'divider' },
      ]
    : []
  const verbs: Items = Object.entries(view.can ?? {})
    .filter(([verb]) => verb !== 'update' && verb !== 'close')
    .map(([verb, can]) =>
      item(verb, viewWords.verbs[verb as keyof typeof viewWords.verbs], () => doing(act(view, verb)), {
        disabled: can !== true,
        ...(can !== true && { title: can.detail }),
      }),
    )
  const close = async () => {
    await doing(act(view, 'close'), say(words.viewGone))
    if (isDefault) props.onDefault(false)
    props.onGo({ ...address, view: undefined })
  }
  const items: Items = [
    ...own,
    item('default', isDefault ? words.dropDefault : words.makeDefault, () => props.onDefault(!isDefault)),
    ...(mayUpdate ? [item('rename', words.renameView, () => setNaming(true))] : []),
    ...verbs,
    ...(view.can?.['close'] === true ? [item('close', viewWords.verbs.close, close, { danger: true })] : []),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={say(words.viewMenu)} />
      </Dropdown>
      {naming && (
        <ViewName
          title={say(words.renameView)}
          name={view.name}
          onClose={() => setNaming(false)}
          onSave={async (name) => void (await change(view, { name }))}
        />
      )}
    </>
  )
}
