import { existsSync } from 'node:fs'

/**
 * Is a real program here that tests speak with? Where it is not, says so loudly; throws in CI, which has it (`scripts/outside.mjs`).
 */
export function isHere(path: string, tests: string, debian: string): boolean {
  if (existsSync(path)) return true
  console.error(`NOT TESTED: ${tests}. There is no ${path} here; on Debian: apt-get install ${debian}`)
  if (process.env['CI']) throw new Error(`CI tests ${tests}: ${path} is missing`)
  return false
}
