import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type TestApp, testApp } from '../../../testing/app.ts'
import { isHere } from '../../../testing/outside.ts'
import { makeSource } from '../testing/sources.ts'
import { alarmsOf, makeComponent } from '../testing/watching.ts'

/** Runs the scripts of webhooks as Zabbix does. */
const program = '/usr/bin/zabbix_js'
const hasZabbix = isHere(program, 'the media type for Zabbix', 'zabbix-proxy-sqlite3')
const run = promisify(execFile)

let app: TestApp
let home: string
let token: string

beforeAll(async () => {
  if (!hasZabbix) return
  home = await mkdtemp(join(tmpdir(), 'touchstone-zabbix-'))
  app = await testApp()
  await app.http.listen({ host: '127.0.0.1', port: 0 })
  const engineer = await app.as(await app.person('engineer'))
  token = (await makeSource(engineer, { name: 'Zabbix', settings: { is: 'zabbix' } })).token
})
afterAll(async () => {
  await app?.close()
  if (home) await rm(home, { recursive: true })
})

const problem = (): Record<string, string> => ({
  '{$TOUCHSTONE.TOKEN}': token,
  '{EVENT.SOURCE}': '0',
  '{EVENT.ID}': '4711',
  '{EVENT.VALUE}': '1',
  '{EVENT.NAME}': '磁盘剩余空间不足 5%',
  '{EVENT.SEVERITY}': 'Disaster',
  '{HOST.HOST}': 'db01',
  '{EVENT.OPDATA}': '剩余 4.1 GB',
  '{EVENT.TAGSJSON}': '[{"tag":"scope","value":"capacity"}]',
})

/** Runs the media type's own script for a problem, with these macros otherwise. */
async function send(changed: Record<string, string> = {}): Promise<string> {
  const { port } = app.http.server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  const text = await (await fetch(`${address}/integrations/zabbix/media_touchstone.yaml`)).text()
  const [{ script, parameters }] = parse(text).zabbix_export.media_types
  const macros = { ...problem(), ...changed }
  const value = Object.fromEntries(
    parameters.map((one: { name: string; value: string }) => [one.name, macros[one.value] ?? one.value]),
  )
  await writeFile(join(home, 'script.js'), script)
  const { stdout } = await run(program, ['-s', join(home, 'script.js'), '-p', JSON.stringify(value), '-t', '20'])
  return stdout.trim()
}

describe.skipIf(!hasZabbix)('Zabbix', () => {
  it('sends by its media type what becomes one alarm, and its end', async () => {
    const host = await makeComponent(app, '数据库主机', { code: 'db01' })
    expect(await send()).toBe('OK')
    await send()
    await send({ '{EVENT.VALUE}': '0' })
    await send({ '{EVENT.VALUE}': '0' })
    // Without tags the macro stays as it is.
    await send({ '{EVENT.ID}': '4900', '{EVENT.TAGSJSON}': '{EVENT.TAGSJSON}' })
    expect(await alarmsOf(app)).toMatchObject([
      { title: 'db01:磁盘剩余空间不足 5%', severity: 'critical', state: 'resolved', component: host.id, events: 1 },
      { title: 'db01:磁盘剩余空间不足 5%', state: 'firing' },
    ])
  })

  it('is told why where it is refused, and sends nothing but problems', async () => {
    const why = (text: string) => ({ stdout: expect.stringContaining(text) })
    await expect(send({ '{$TOUCHSTONE.TOKEN}': 'tse_wrong' })).rejects.toMatchObject(why('Touchstone answered 401'))
    await expect(send({ '{EVENT.SOURCE}': '3' })).rejects.toMatchObject(why('problems of triggers only'))
  })
})
