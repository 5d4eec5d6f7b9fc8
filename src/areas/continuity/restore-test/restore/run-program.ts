import { runCommand } from '../../../../platform/process/command.ts'
import type { Scratch } from './restored.ts'
import { Unproven } from './unproven.ts'

const mostSaid = 600

interface Asked {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
  readonly input?: string
}

/** Runs a program to its end and answers what it said; what fails or takes too long leaves the copy unproven, in its own last words. */
export async function runProgram(scratch: Scratch, asked: Asked): Promise<string> {
  const running = runCommand({ ...asked, timeoutMs: Math.max(1, scratch.left()) }, () => new Date().toISOString())
  const { outcome, exitCode, output } = await running.result
  if (outcome === 'ok') return output
  if (outcome === 'timed-out')
    throw new Unproven('恢复超过时限,已停止。', 'It took longer than a restore may take and was stopped.')
  const said = output.trim().slice(-mostSaid)
  const name = asked.command.split('/').at(-1)
  throw new Unproven(
    `${name} 失败(${exitCode ?? '未启动'}):${said}`,
    `${name} failed (${exitCode ?? 'no start'}): ${said}`,
  )
}
