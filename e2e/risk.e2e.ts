import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { isWithin, looked, phone, useFirm } from './support/journey.ts'
import { sign } from './support/run.ts'

const firm = useFirm()
let engineer: Page
let director: Page

beforeAll(async () => {
  ;[engineer, director] = await Promise.all([firm.at('engineer'), firm.at('director')])
})

const verb = (page: Page, name: string) => page.locator('.ts-verbs').getByRole('button', { name, exact: true })
const inState = (page: Page, state: string) => page.locator('.ts-track .is-here', { hasText: state }).waitFor()
const get = async (page: Page, path: string) => (await page.request.get(`/api/${path}`)).json()
const post = async (page: Page, path: string, data: object = {}) => {
  const answer = await page.request.post(`/api/${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

describe('a risk', () => {
  let number: string

  it('is rated, and shown before and after', async () => {
    const me = (await get(engineer, 'session')).person.id
    const { item } = await post(engineer, 'risks', {
      ...{ title: '报单网关单点', category: 'technology', owner: me, description: '网关停机时无法报单。' },
      controls: ['S-13', 'S-14'],
    })
    number = item.number
    await post(engineer, `risks/${item.id}/assess`, {
      ...{ inherentLikelihood: 4, inherentImpact: 4, currentLikelihood: 3, currentImpact: 4 },
      ...{ residualLikelihood: 2, residualImpact: 3 },
    })
    await engineer.goto(`/risks/${number}`)
    await engineer.locator('.rsk-map').nth(2).waitFor()
    await engineer.getByText('项控制中').waitFor()
    await looked(engineer, 'risk-zh', 'main')
  })

  it('is accepted by the general manager, until a date', async () => {
    const { items } = await get(engineer, `risks?q=${encodeURIComponent('报单网关单点')}`)
    const who = (await get(director, 'session')).person.id
    const { item } = await post(engineer, 'risk-acceptances', {
      ...{ risk: items[0].id, decider: who, reason: '双机改造列入明年预算。' },
      endsAt: new Date(Date.now() + 60 * 86_400_000).toISOString(),
    })
    await director.goto(`/risk-acceptances/${item.number}`)
    await verb(director, '接受风险').click()
    await looked(director, 'risk-acceptance-zh', 'main')
    await sign(director)
    await inState(director, '有效')
    await inState(engineer, '已接受')
  })

  it('stands on the map, where a cell leads to its list', async () => {
    await engineer.goto('/risk-map')
    await engineer.locator('.rsk-map').nth(2).waitFor()
    await looked(engineer, 'risk-map-zh', 'main')
    await engineer.locator('.rsk-map').nth(1).locator('td a').first().click()
    await engineer.waitForURL(/\/risks\?.*currentLikelihood/)
    const page = await firm.at('auditor', { ...phone, lang: 'en' })
    await page.goto('/risk-map')
    await page.locator('.rsk-map').nth(2).waitFor()
    await looked(page, 'risk-map-phone-en', 'main')
    expect(await isWithin(page)).toBe(true)
  })
})

describe('scans', () => {
  const scanner = `journey-${Date.now()}`
  const stateOf = async (ref: string) =>
    (await get(engineer, `vulnerabilities?q=${encodeURIComponent(ref)}`)).items.map(
      ({ state }: { state: string }) => state,
    )
  let host: { id: string; tag: string }

  const bring = (refs: readonly string[], complete: boolean) =>
    post(engineer, 'scan-reports', {
      ...{ name: 'scan.csv', scanner, complete, assets: [host.id] },
      content: Buffer.from(
        `target,id,title,severity\n${refs.map((ref) => `${host.tag},${ref},${ref},high`).join('\n')}\n`,
      ).toString('base64'),
    })

  it('open what they find', async () => {
    const { items } = await get(engineer, 'assets?state=in-use&limit=1')
    host = items[0]
    await engineer.goto('/scans/report')
    await engineer.locator('input[type=file]').setInputFiles({
      name: 'first.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`target,id,title,severity\n${host.tag},J-1,J-1,high\n${host.tag},J-2,J-2,critical\n`),
    })
    await engineer.locator('#scan-scanner').fill(scanner)
    await engineer.locator('#scan-assets').fill(host.tag)
    await engineer.locator('.ant-select-item-option').first().click()
    await engineer.keyboard.press('Escape')
    await engineer.getByRole('button', { name: '导入', exact: true }).click()
    await engineer.locator('.rsk-taken').waitFor()
    await looked(engineer, 'scan-import-zh', 'main')
    expect([await stateOf('J-1'), await stateOf('J-2')]).toEqual([['open'], ['open']])
  })

  it('close nothing where they are partial, and what they no longer see where they are complete', async () => {
    await bring(['J-2'], false)
    expect(await stateOf('J-1')).toEqual(['open'])
    const { closed } = await bring(['J-2', 'J-3'], true)
    expect(closed).toBe(1)
    expect([await stateOf('J-1'), await stateOf('J-2')]).toEqual([['closed'], ['open']])
    await engineer.goto('/vulnerabilities')
    await engineer.getByText('J-3').first().waitFor()
    await looked(engineer, 'vulnerabilities-zh', 'main')
  })
})
