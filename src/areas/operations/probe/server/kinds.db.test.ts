/** Kinds of probes that look at what happened since, or at more than their settings: against the database. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../../testing/app.ts'
import { makeComponent, makeProbe } from '../../testing/watching.ts'
import { probeSettings } from '../probe.settings.ts'
import { askProbe } from './ask.ts'
import { latestReadings } from './results.ts'

let app: TestApp
let folder: string

beforeAll(async () => {
  const program = { command: process.execPath, args: ['-e', 'console.log("QUEUE OK - 3 left | left=3")'] }
  app = await testApp({ programs: { 'check-queue': { ...program, probe: true }, restart: program } })
  folder = await mkdtemp(join(tmpdir(), 'kinds-'))
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

/** A probe with these settings, and a check of it by whichever copy. */
async function probed(settings: object) {
  const row = await makeProbe(app, await makeComponent(app, '前置'), { settings: probeSettings.parse(settings) })
  return { row, ask: () => askProbe(app.engine, row.id) }
}

it('a log is followed over checks from where the database says', async () => {
  const path = join(folder, 'front.log')
  await appendFile(path, 'ERROR old\n')
  const { row, ask } = await probed({ kind: 'log-line', path, pattern: 'ERROR', warnWhen: { op: '>', than: 0 } })
  expect(await ask()).toMatchObject({ outcome: 'unknown', note: 'followed from here' })
  expect(await latestReadings(app.engine.db, [row.id])).toEqual(new Map())
  await appendFile(path, 'ERROR new\nERROR newer\n')
  expect(await ask()).toMatchObject({ outcome: 'slow', value: 2 })
  expect(await ask()).toMatchObject({ outcome: 'up', value: 0 })
})

it('a pattern that is none is refused with where it stands', async () => {
  await expect(
    probed({ kind: 'log-line', path: '/a', pattern: 'a(', warnWhen: { op: '>', than: 0 } }),
  ).rejects.toMatchObject({
    faults: [{ path: 'settings.pattern', code: 'not-a-pattern' }],
  })
})

it('a device that is not registered is refused', async () => {
  const device = app.engine.newId()
  await expect(probed({ kind: 'snmp', device, name: 'eth0' })).rejects.toMatchObject({
    faults: [{ path: 'settings.device', code: 'not-found' }],
  })
})

it('a plugin is run where the server marks it for probes, and no other program of the list', async () => {
  const settings = { kind: 'nagios', timeoutMs: 20_000 }
  const plugin = await probed({ ...settings, program: 'check-queue' })
  expect(await plugin.ask()).toMatchObject({ outcome: 'up', value: 3, note: 'QUEUE OK - 3 left' })
  expect(await (await probed({ ...settings, program: 'restart' })).ask()).toMatchObject({
    outcome: 'unknown',
    note: 'unknown plugin',
  })
})

it('bad settings are refused by all their faults at once, in both languages', async () => {
  const engineer = await app.as(await app.person('engineer'))
  const node = await makeComponent(app, '网关')
  const settings = { kind: 'dns', resolver: 'ns.example.com', name: '', type: 'ANY', warnMs: 0 }
  const refused = async (lang: string) =>
    (await engineer.post('/api/probes', { name: '解析', component: node.id, settings }, { 'accept-language': lang }))
      .body.errors
  expect(await refused('zh')).toEqual([
    { path: 'settings.resolver', code: 'invalid', message: '不符合要求:须为 IP 地址。' },
    { path: 'settings.name', code: 'required', message: '此项必填。' },
    { path: 'settings.type', code: 'not-a-choice', message: expect.any(String) },
    { path: 'settings.warnMs', code: 'too-small', message: expect.any(String) },
  ])
  expect((await refused('en'))[0].message).toBe('Not acceptable: It must be an IP address.')
})
