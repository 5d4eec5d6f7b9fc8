import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { seriousFaults } from './accessible.ts'
import { openBrowser, personAt, picture, settled } from './browser.ts'
import { openFirm } from './firm.ts'
import type { Server } from './server.ts'

/** A phone held upright. */
export const phone = { width: 390, height: 844 }

interface Firm {
  readonly server: Server
  readonly browser: Browser
  /** Somebody signed in at a screen of their own. */
  at(login: string, options?: Parameters<typeof personAt>[3]): Promise<Page>
}

/** The product with its demo firm, and a browser beside it: opened before the journeys of a file and closed after them. */
export function useFirm(open: () => Promise<Server> = openFirm): Firm {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([open(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await server?.clear()
  })
  return {
    get server() {
      return server
    },
    get browser() {
      return browser
    },
    at: async (login, options) => (await personAt(browser, server.url, login, options)).page,
  }
}

/** The first record of a list, as whoever is signed in may read it. */
export const first = async (page: Page, path: string) =>
  (await (await page.request.get(`/api/${path}`)).json()).items[0]

/** A screen at rest: pictured, and without serious faults. */
export async function looked(page: Page, name: string, part: 'html' | 'main' = 'html'): Promise<void> {
  await page.mouse.move(0, 0)
  await settled(page)
  await picture(page, name)
  expect(await seriousFaults(page, part)).toEqual([])
}

/** Whatever is drawn stands within the screen. */
export const isWithin = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
