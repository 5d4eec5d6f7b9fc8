import { Link } from '@tanstack/react-router'
import { Button, Card, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { useSession } from '../../../../web/client/session.ts'
import { showInstant } from '../../../../web/format/time.ts'
import { mayEver } from '../../../../web/shell/access.ts'
import { LoadFailed } from '../../../../web/shell/Broken.tsx'
import { useSay } from '../../../../web/shell/lang.tsx'
import { useTitle } from '../../../../web/shell/title.ts'
import { houseSetting } from '../../house-setting/house-setting.record.ts'
import { History } from './History.tsx'
import { SettingForm } from './SettingForm.tsx'
import './settings.css'
import { groups, type ShownSetting, useSettings } from './settings.ts'
import { settingWords as words } from './words.ts'

/** Everything that the firm may set of its house: what holds, who set it and why, changed where it stands. */
export function SettingsPage() {
  const say = useSay()
  const { data, error, refetch } = useSettings()
  useTitle(say(words.title))
  return (
    <div className="ts-pad adm-settings">
      <h1 className="ts-title">{say(words.title)}</h1>
      <p className="ts-quiet">
        {say(words.hint)} <Link to={`/${houseSetting.plural}` as '/'}>{say(words.allChanges)}</Link>
      </p>
      {error && <LoadFailed error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton active />}
      {data &&
        groups.map((group) => {
          const settings = data.items.filter((one) => one.group === group)
          return (
            settings.length > 0 && (
              <Card size="small" key={group} title={say(words[group])}>
                <ul className="ts-plain">
                  {settings.map((setting) => (
                    <Line key={setting.key} setting={setting} />
                  ))}
                </ul>
              </Card>
            )
          )
        })}
    </div>
  )
}

function Line({ setting }: { setting: ShownSetting }) {
  const say = useSay()
  const session = useSession()
  const [open, setOpen] = useState<'form' | 'history'>()
  const close = () => setOpen(undefined)
  const turn = (which: 'form' | 'history') => setOpen(open === which ? undefined : which)
  const name = say(setting.words)
  return (
    <li className="adm-setting" data-key={setting.key}>
      <div className="adm-setting-name">
        {name}
        {setting.hint && <div className="ts-quiet">{say(setting.hint)}</div>}
      </div>
      <div>
        <Value setting={setting} text={setting.value} strong />
        <Said setting={setting} />
      </div>
      <div className="adm-setting-acts">
        {mayEver(houseSetting.access.update, session) && (
          <Button size="small" aria-label={`${say(words.change)} ${name}`} onClick={() => turn('form')}>
            {say(words.change)}
          </Button>
        )}
        {setting.set && (
          <Button
            size="small"
            type="text"
            aria-label={`${say(words.history)} ${name}`}
            aria-expanded={open === 'history'}
            onClick={() => turn('history')}
          >
            {say(words.history)}
          </Button>
        )}
      </div>
      {open === 'form' && <SettingForm setting={setting} onClose={close} />}
      {open === 'history' && setting.set && <History id={setting.set.id} />}
    </li>
  )
}

/** A value with its unit. */
function Value({ setting, text, strong = false }: { setting: ShownSetting; text: string; strong?: boolean }) {
  const say = useSay()
  if (text === '') return <span className="ts-quiet">{say(words.notSaid)}</span>
  return (
    <>
      {strong ? <b className="ts-figures">{text}</b> : <span className="ts-figures">{text}</span>}
      {setting.unit && ` ${say(setting.unit)}`}
    </>
  )
}

/** Who set it, when and why; or that nobody has. */
function Said({ setting }: { setting: ShownSetting }) {
  const say = useSay()
  if (!setting.set) return <div className="ts-quiet">{say(words.asItComes)}</div>
  const { by, at, reason } = setting.set
  return (
    <div className="ts-quiet">
      {setting.value !== setting.default && (
        <Tag className="adm-setting-default">
          {say(words.from)} <Value setting={setting} text={setting.default} />
        </Tag>
      )}
      {by} <span className="ts-figures">{showInstant(at)}</span> · {reason}
    </div>
  )
}
