import { RE2JS, RE2JSException } from 're2js'

/** Is it a regular expression of RE2? Asked on the server alone, so that no browser loads the engine for it. */
export function isPattern(text: string): boolean {
  try {
    RE2JS.compile(text)
    return true
  } catch (error) {
    if (error instanceof RE2JSException) return false
    throw error
  }
}
