import type { Page } from 'playwright-core'
import { registry } from '../../src/app/records.ts'

/** The first record's number in a list; undefined where there is none. */
async function firstOf(page: Page, plural: string, query = ''): Promise<string | undefined> {
  const answer = await page.request.get(`/api/${plural}?limit=1${query}`)
  return (await answer.json()).items[0]?.number
}

/** List, form and page of every declared record, and the screens that areas add. */
export async function everyScreen(page: Page): Promise<string[]> {
  const paths = [
    '/duty',
    '/map',
    '/day-plan',
    '/log',
    '/forecasts',
    '/desk',
    '/status',
    '/order',
    '/trends',
    '/budget',
    '/renewals',
    '/stocktake-calendar',
    '/drill-calendar',
    '/account',
    '/discovery',
    '/leavers',
    '/places',
    '/upkeep',
    '/resources',
    '/rulebook',
    '/controls/A-01',
    '/my-reading',
    '/coverage',
    '/notices',
    '/notices/wishes',
    '/settings',
    '/house',
    '/why',
  ]
  for (const { record } of registry.all) {
    const list = `/${record.plural}`
    const number = await firstOf(page, record.plural)
    paths.push(list, `${list}/new`, ...(number ? [`${list}/${number}`] : []))
  }
  const run = await firstOf(page, 'runs', '&state=finished')
  const runbook = await firstOf(page, 'runbooks')
  return [
    ...paths,
    `/runs/${run}`,
    `/runs/${run}/report`,
    `/runbooks/${runbook}/steps`,
    `/runbooks/${runbook}/compare`,
    `/policies/${await firstOf(page, 'policies')}/compare`,
  ]
}

/** Goes to a screen as a link does, without a reload, and waits until what it shows has come. */
export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    if (location.pathname === to) return
    document.querySelector('main > *')?.setAttribute('data-left', '')
    history.pushState(null, '', to)
  }, path)
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main?.firstElementChild && !main.querySelector('[data-left], .ant-skeleton')
  })
}
