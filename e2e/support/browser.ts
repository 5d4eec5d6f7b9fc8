import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { password } from './server.ts'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  })

/** One person at their own screen. A browser's zone is not the firm's, and no screen may notice. */
export async function personAt(
  browser: Browser,
  url: string,
  login: string,
  options: { lang?: 'zh' | 'en'; width?: number; height?: number } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const { lang = 'zh', width = 1440, height = 900 } = options
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    timezoneId: 'America/Chicago',
    locale: lang === 'zh' ? 'zh-CN' : 'en-US',
    // What moves into place costs a machine without a graphics card more than all else.
    reducedMotion: 'reduce',
  })
  // A screen is waited for as long as a slow machine may take; how soon it must be there is said where it matters.
  context.setDefaultTimeout(90_000)
  // Chosen in this browser: otherwise the screen takes on the language of the account as soon as one has signed in.
  if (lang === 'en') await context.addInitScript(() => localStorage.setItem('touchstone.lang', 'en'))
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, login)
  return { page, context }
}

export async function signIn(page: Page, login: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login)
  await page.locator('input[autocomplete="current-password"]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('header').first().waitFor()
}

const folder = process.env['PICTURES']

/** Keeps a picture where PICTURES names a folder, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** A button that has just been pressed is on its way from one colour to another. */
export const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('.ant-btn-loading') === null &&
      document.getAnimations().every(({ effect }) => effect?.getTiming().iterations === Number.POSITIVE_INFINITY),
  )
