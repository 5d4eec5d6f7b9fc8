import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { seriousFaults } from './support/accessible.ts'
import { useFirm } from './support/journey.ts'
import { everyScreen, show } from './support/screens.ts'

const firm = useFirm()
let operator: Page

beforeAll(async () => {
  operator = await firm.at('operator')
})

it('keeps nobody out: axe finds nothing serious on any screen, in Chinese and in English', async () => {
  const faults: Record<string, string[]> = {}
  const look = async (page: Page, path: string, part: 'html' | 'main' = 'main') => {
    const found = await seriousFaults(page, part)
    if (found.length > 0) faults[path] = found
  }
  const stranger = await (await firm.browser.newContext({ baseURL: firm.server.url })).newPage()
  await stranger.goto('/')
  await stranger.locator('input[autocomplete="username"]').waitFor()
  await look(stranger, '/sign-in', 'html')

  const english = await firm.at('manager', { lang: 'en' })
  await operator.goto('/runs')
  await look(operator, 'header and menu', 'html')
  expect(await english.locator('html').getAttribute('lang')).toBe('en')
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
}, 900_000)
