import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { first, isWithin, looked, phone, useFirm } from './support/journey.ts'

const firm = useFirm()
const main = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))
let admin: Page
let home: string
let agent: ChildProcess | undefined

beforeAll(async () => {
  admin = await firm.at('admin')
  home = await mkdtemp(join(tmpdir(), 'touchstone-agent-'))
})
afterAll(async () => {
  agent?.kill('SIGKILL')
  await rm(home, { recursive: true, force: true })
})

it('a probe agent joins by the token of its page, runs a probe, and is missed when it is killed', async () => {
  const { number } = await first(admin, 'probe-agents')
  await admin.goto(`/probe-agents/${number}`)
  await admin.getByText('还没有联络过').waitFor()
  await admin.getByRole('button', { name: '更换令牌' }).click()
  await admin.locator('.ant-popconfirm .ant-btn-primary').click()
  const token = (await admin.locator('code', { hasText: /^tsi_/ }).textContent()) as string
  await looked(admin, 'agent-awaited-zh', 'main')

  const args = [main, 'agent', '--join', firm.server.url, '--token', token]
  agent = spawn(process.execPath, args, { env: { ...process.env, TOUCHSTONE_HOME: home }, stdio: 'ignore' })
  await admin.getByText('在线', { exact: true }).first().waitFor()

  const engineer = await firm.at('engineer', { lang: 'en' })
  const { id: agentId } = await first(engineer, 'probe-agents')
  const { component } = await first(engineer, 'probes')
  const made = await engineer.request.post('/api/probes', {
    data: {
      ...{ name: '灾备侧端口', component, agent: agentId, intervalSeconds: 1 },
      settings: { kind: 'tcp', host: '127.0.0.1', port: Number(new URL(firm.server.url).port), timeoutMs: 1_000 },
    },
  })
  expect(made.status()).toBe(201)
  await engineer.goto(`/probe-agents/${number}`)
  await engineer.locator('.ops-line').getByText('up', { exact: true }).waitFor()
  await looked(engineer, 'agent-joined-en', 'main')

  agent.kill('SIGKILL')
  await once(agent, 'exit')
  await engineer.getByText('It is missing: its probes count as unknown, never as fine.').waitFor()
  await engineer.locator('.ops-line').getByText('unknown', { exact: true }).waitFor()
  const { items } = await (await engineer.request.get('/api/alarms?state=firing')).json()
  expect(items.filter(({ key }: { key: string }) => key === `agent:${agentId}`)).toHaveLength(1)
  const walking = await firm.at('operator', phone)
  await walking.goto(`/probe-agents/${number}`)
  await walking.getByText('失联', { exact: true }).first().waitFor()
  await looked(walking, 'agent-missing-phone-zh', 'main')
  expect(await isWithin(walking)).toBe(true)
})
