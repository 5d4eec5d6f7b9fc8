import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { settled } from './browser.ts'

/** What axe finds serious or critical in a part of the screen, each with the places it was found. */
export async function seriousFaults(page: Page, part: 'html' | 'main' | '.wk-page' = 'html'): Promise<string[]> {
  await settled(page)
  // Stays in the window until the next reload.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    (within) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(within, { resultTypes: ['violations'], preload: false }),
    part,
  )
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}
