import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { password } from './server.ts'

/** A plan in force that saves a file of a component of the firm as an archive in this folder, agreed to by another. */
export async function planOf(maker: Page, checker: Page, code: string, folder: string, name: string) {
  const { items } = await (await maker.request.get(`/api/components?q=${code}`)).json()
  const component = items.find((one: { code: string }) => one.code === code)
  const [calendar] = (await (await maker.request.get('/api/working-calendars?kind=always')).json()).items
  const { item } = await api(maker, 'backup-plans', {
    ...{ name, component: component.id, owner: component.createdBy, calendar: calendar.id },
    ...{ settings: { is: 'tar', folder }, rule: { every: 'day', closed: 'anyway' }, at: '23:30', graceMinutes: 600 },
    totals: [{ name: 'lines', of: 'params#lines', check: 'same' }],
    startsOn: '2026-01-01',
  })
  await api(checker, `backup-plans/${item.id}/approve`, { version: item.version, signature: { password } })
  return { id: item.id as string, number: item.number as string }
}

/** Makes a copy as its program would, and reports it by the plan's token. */
export async function reportCopy(page: Page, folder: string, token: string): Promise<void> {
  writeFileSync(join(folder, 'params'), 'a\nb\n')
  execFileSync('tar', ['-cf', join(folder, 'copy.tar'), '-C', folder, 'params'])
  const bytes = readFileSync(join(folder, 'copy.tar'))
  const at = new Date().toISOString()
  const answer = await page.request.post('/api/intake/backup', {
    data: {
      ...{ key: 'journey-1', startedAt: at, endedAt: at, exitCode: 0, location: 'copy.tar', bytes: bytes.length },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      totals: [{ name: 'lines', value: '2' }],
    },
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await answer.json()).toMatchObject({ state: 'succeeded', finding: 'good' })
}

async function api(page: Page, path: string, data: object) {
  const answer = await page.request.post(`/api/${path}`, { data })
  const body = await answer.json()
  expect(answer.status(), JSON.stringify(body)).toBeLessThan(300)
  return body
}
