import { readFile } from 'node:fs/promises'
import type { Text } from '../../../../platform/area.ts'
import { root } from '../../../../platform/root.ts'
import { Refusal } from '../../../../record/problem.ts'

/** A script that reports a machine, with the address of this server filled in. */
const agent = (name: string, summary: string): Text => ({
  path: `/agents/${name}`,
  type: 'text/plain',
  summary,
  async text(origin) {
    // It stands between quotes of a shell: nothing but what an address is made of.
    if (!/^https?:\/\/[\w.:[\]-]+$/.test(origin))
      throw new Refusal('invalid', ['服务器地址有误。', 'The server’s address is not valid.'])
    const script = await readFile(new URL(`agents/${name}`, root), 'utf8')
    return script.replaceAll('@SERVER@', origin)
  },
})

export const agents: readonly Text[] = [
  agent(
    'touchstone-agent.sh',
    'The agent for Linux, BSD and macOS: a plain shell script that reports the machine it runs on',
  ),
  agent('touchstone-agent.ps1', 'The agent for Windows: a PowerShell script that reports the machine it runs on'),
]
