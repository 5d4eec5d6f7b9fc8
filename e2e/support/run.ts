import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { password } from './server.ts'

/** Where a run's screen stands for the person who looks at it. */
interface Standing {
  readonly settled: number
  readonly total: number
  readonly step: string
  /** The step's state, as its tag says it. */
  readonly state: string
  /** What the large button says, when it may be pressed. */
  readonly offer: string | null
  readonly wantsNote: boolean
}

/** Read in one look, as the screen goes on by itself. */
export const standing = (page: Page): Promise<Standing> =>
  page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? ''
    const [settled = 0, total = 0] = text('.ops-progress').match(/\d+/g)?.map(Number) ?? []
    const next = '.ops-act-row .ant-btn-primary'
    const note = document.querySelector<HTMLTextAreaElement>('.ops-act textarea')
    return {
      settled,
      total,
      step: text('.ops-step h2'),
      state: text('.ops-step header .ts-state'),
      offer: document.querySelector(`${next}:not(:disabled)`) ? text(next) : null,
      wantsNote: note?.value === '',
    }
  })

const key = ({ settled, step, state, offer }: Standing) => `${settled} ${step} ${state} ${offer}`

/** Does what comes next on this person's screen; false when nothing is theirs to do. */
async function doNext(page: Page): Promise<boolean> {
  const before = await standing(page)
  if (before.offer === null && !before.wantsNote) return false
  // What was offered may have changed in the meantime: then the next look decides.
  if (!(await pressed(page, before.wantsNote))) return true
  if (before.offer?.startsWith('复核')) await sign(page)
  await expect.poll(async () => key(await standing(page)), { timeout: 30_000 }).not.toBe(key(before))
  return true
}

async function pressed(page: Page, wantsNote: boolean): Promise<boolean> {
  const soon = { timeout: 5_000 }
  try {
    if (wantsNote) await page.locator('.ops-act textarea').fill('已按要求完成,无异常。', soon)
    await page.locator('.ops-act-row .ant-btn-primary').click(soon)
    return true
  } catch {
    return false
  }
}

/** Signs in the dialog that is open: what is signed stands above the password. */
export async function sign(page: Page): Promise<void> {
  const dialog = page.locator('.ant-modal').last()
  await dialog.locator('input[type=password]').fill(password)
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Carries a run out from two screens, step after step as each offers it, until every step is settled. */
export async function carryOut(maker: Page, checker: Page, path: string): Promise<void> {
  await Promise.all([maker.goto(path), checker.goto(path)])
  await Promise.all([maker, checker].map((page) => page.locator('.ops-step h2').waitFor()))
  const until = Date.now() + 150_000
  for (;;) {
    const { settled, total } = await standing(maker)
    if (total > 0 && settled === total) return
    if (Date.now() > until)
      throw new Error(`The run stands at ${settled}/${total}: ${JSON.stringify(await standing(maker))}`)
    if (!(await doNext(maker)) && !(await doNext(checker))) await changed(maker, settled)
  }
}

/** Nobody's hand is wanted: a command runs, or a probe is awaited. */
async function changed(page: Page, settled: number): Promise<void> {
  await page
    .waitForFunction(
      (was) =>
        !document.querySelector('.ops-progress')?.textContent?.startsWith(`${was}/`) ||
        document.querySelector('.ops-act-row .ant-btn-primary:not(:disabled)') !== null,
      settled,
      { timeout: 5_000 },
    )
    .catch(() => undefined)
}
