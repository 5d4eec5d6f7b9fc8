import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser, signIn } from '../e2e/support/browser.ts'
import { startServer } from '../e2e/support/server.ts'

/** The web app in a browser: what the first load weighs, and how long from a click to the next page's content. */
const rounds = 10
/** What the duty console shows when it has come. */
const duty = '.ops-agenda-line'
const server = await startServer()
const browser = await openBrowser()
try {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  // Both areas lie open in the menu, as for whoever goes to and fro between them.
  await page.addInitScript(() => localStorage.setItem('touchstone.menu', '{"operations":true,"service":true}'))
  await page.goto('/sign-in')
  await signIn(page, 'engineer')

  const toList: number[] = []
  const toPage: number[] = []
  await page.locator(duty).first().waitFor()
  for (let round = 0; round <= rounds; round++) {
    toList.push(await click(page, 'nav a[href="/incidents"]', '.ts-table tbody .ts-number'))
    // Another one each time: its content is not there yet.
    const row = `.ts-table tbody tr:nth-child(${round + 1}) .ts-number`
    toPage.push(await click(page, row, '.ts-record .ts-moments > li'))
    await click(page, 'nav a[href="/duty"]', duty)
  }
  for (const [name, [first, ...again]] of Object.entries({ 'duty to list': toList, 'list to item': toPage }))
    console.log(
      `${name}: ${Math.round(first ?? 0)} ms the first time, ${Math.round(medianOf(again))} ms in the median of ${rounds}`,
    )
  console.log(`first load of a list: ${await weightOf(page, '/incidents')} kB gzip`)
} finally {
  await browser.close()
  await server.stop()
  await server.clear()
}

/** All that a browser with an empty cache fetches for a screen, but for the API's answers, each under gzip. */
async function weightOf(page: Page, path: string): Promise<number> {
  const fresh = await page
    .context()
    .browser()
    ?.newContext({ storageState: await page.context().storageState() })
  if (!fresh) throw new Error('The browser has gone.')
  const visitor = await fresh.newPage()
  const sizes: Promise<number>[] = []
  visitor.on('response', (response) => {
    if (!response.url().includes('/api/')) sizes.push(response.body().then((body) => gzipSync(body).length))
  })
  await visitor.goto(server.url + path)
  await visitor.locator('.ts-table tbody .ts-number').first().waitFor()
  await visitor.waitForLoadState('load')
  const weight = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  await fresh.close()
  return Math.round(weight / 1000)
}

/** Milliseconds from the click, in the page itself, to the frame in which the awaited element stands. */
function click(page: Page, link: string, awaited: string): Promise<number> {
  return page.evaluate(
    async ([from, to]) => {
      const before = document.querySelector(to)
      const start = performance.now()
      ;(document.querySelector(from) as HTMLElement).click()
      for (;;) {
        await new Promise(requestAnimationFrame)
        const found = document.querySelector(to)
        if (found && found !== before) return performance.now() - start
      }
    },
    [link, awaited] as const,
  )
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}
