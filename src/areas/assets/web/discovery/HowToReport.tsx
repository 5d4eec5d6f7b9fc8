import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useSay } from '../../../../web/shell/lang.tsx'
import { Copyable } from '../../../../web/widgets/Copyable.tsx'
import { discoveryWords as words } from './words.ts'

/** How machines come to report: the scripts with this server's own address, and SNMP. */
export function HowToReport({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useSay()
  const { origin } = location
  return (
    <Drawer open={open} onClose={onClose} title={say(words.how)} size={560}>
      <h3>{say(words.shell)}</h3>
      <Copyable
        lines={[
          `curl -fsS ${origin}/agents/touchstone-agent.sh -o touchstone-agent.sh`,
          'sh touchstone-agent.sh --print',
          'sudo TOUCHSTONE_TOKEN=… sh touchstone-agent.sh',
        ]}
      />
      <h3>{say(words.windows)}</h3>
      <Copyable
        lines={[
          `Invoke-WebRequest ${origin}/agents/touchstone-agent.ps1 -OutFile touchstone-agent.ps1`,
          '.\\touchstone-agent.ps1 -Print',
          "$env:TOUCHSTONE_TOKEN = '…'; .\\touchstone-agent.ps1",
        ]}
      />
      <p>{say(words.noInstall)}</p>
      <p>{say(words.token)}</p>
      <p>{say(words.network)}</p>
      <p className="ast-ways">
        <Link to={'/snmp-targets' as never}>{say(words.targets)}</Link>
        <Link to={'/discoveries' as never}>{say(words.machines)}</Link>
      </p>
    </Drawer>
  )
}
