import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { openBrowser, personAt } from './support/browser.ts'
import { openFirm } from './support/firm.ts'
import { everyScreen, show } from './support/screens.ts'
import type { Server } from './support/server.ts'

let server: Server
let browser: Browser
let operator: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([openFirm(), openBrowser()])
  operator = (await personAt(browser, server.url, 'operator')).page
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await server?.clear()
})

it('keeps nobody out: axe finds nothing serious on any screen, in Chinese and in English', async () => {
  const faults: Record<string, string[]> = {}
  const look = async (page: Page, path: string, part: 'html' | 'main' = 'main') => {
    const found = await seriousFaults(page, part)
    if (found.length > 0) faults[path] = found
  }
  const stranger = await (await browser.newContext({ baseURL: server.url })).newPage()
  await stranger.goto('/')
  await stranger.locator('input[autocomplete="username"]').waitFor()
  await look(stranger, '/sign-in', 'html')

  const english = (await personAt(browser, server.url, 'manager', { lang: 'en' })).page
  await operator.goto('/runs')
  await look(operator, 'header and menu', 'html')
  const paths = await everyScreen(english)
  const walk = async (page: Page, mine: string[]) => {
    for (const path of mine) {
      await show(page, path)
      await look(page, path)
    }
  }
  // Every other screen in the other language: the words differ, the screen is the same.
  await Promise.all(
    [operator, english].map((page, n) =>
      walk(
        page,
        paths.filter((_, at) => at % 2 === n),
      ),
    ),
  )
  expect(faults).toEqual({})
}, 300_000)
