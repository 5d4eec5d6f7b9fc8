import { BulbOutlined, LogoutOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { accountWords } from '../account/words.ts'
import { api } from '../client/api.ts'
import { sessionQuery, useSession } from '../client/session.ts'
import { words } from '../words.ts'
import { useProblemText } from './Broken.tsx'
import { useSay } from './lang.tsx'
import { useDark } from './theme.tsx'

export function PersonMenu({ wide }: { wide: boolean }) {
  const say = useSay()
  const { person } = useSession()
  const { dark, setDark } = useDark()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const items = [
    { key: 'who', label: `${person.name} · ${person.login}`, disabled: true },
    { type: 'divider' as const },
    {
      key: 'account',
      icon: <SafetyOutlined />,
      label: say(accountWords.account),
      onClick: () => navigate({ to: '/account' }),
    },
    {
      key: 'theme',
      icon: <BulbOutlined />,
      label: say(dark ? words.light : words.dark),
      onClick: () => setDark(!dark),
    },
    { type: 'divider' as const },
    { key: 'out', icon: <LogoutOutlined />, label: say(words.signOut), onClick: signOut },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" icon={<UserOutlined />} aria-label={person.name}>
        {wide && person.name}
      </Button>
    </Dropdown>
  )
}

/** Ends the session and forgets everything that was shown in it. */
function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const text = useProblemText()
  return async () => {
    try {
      const onward = await api.call<{ address: string } | undefined>('/session', { method: 'DELETE' })
      // Whoever came by the firm's sign-in ends it there too.
      if (onward) return location.assign(onward.address)
    } catch (problem) {
      message.error(text(problem))
      return
    }
    await navigate({ to: '/sign-in' })
    queries.clear()
    queries.setQueryData(sessionQuery.queryKey, null)
  }
}
