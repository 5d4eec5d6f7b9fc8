/** Why a mail is a machine's, and so is never answered and makes nothing (RFC 3834, RFC 3464, RFC 2919). */
export type Automatic = 'auto-submitted' | 'empty-return-path' | 'report' | 'bulk' | 'list'

/** Headers of a mail, unfolded, by their names in small letters, the topmost first. */
export type HeaderValues = ReadonlyMap<string, readonly string[]>

/**
 * Is it a machine's mail? `X-Auto-Response-Suppress` is no sign of it: it says what its sender wants, and people's own programs write
 * it. Programs that leave no mark but their subject are known by that.
 */
export function automaticOf(headers: HeaderValues, subject: string): Automatic | null {
  const first = (name: string) => headers.get(name)?.[0]?.trim()
  if (/^multipart\/report\b|^message\/(delivery-status|disposition-notification)\b/i.test(first('content-type') ?? ''))
    return 'report'
  const submitted = first('auto-submitted')
  if (submitted !== undefined && !/^no\b/i.test(submitted)) return 'auto-submitted'
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'].some((name) => headers.has(name)))
    return 'auto-submitted'
  const path = first('return-path')
  if (path !== undefined && /^(<\s*>)?$/.test(path)) return 'empty-return-path'
  if (/^(bulk|list|junk|auto_reply)\b/i.test(first('precedence') ?? '')) return 'bulk'
  if (headers.has('list-id')) return 'list'
  return answering.test(subject) ? 'auto-submitted' : null
}

const answering = /^\s*(\[?自动回复\]?|automatic reply|auto-?reply|out of (the )?office( auto-?reply)?)\s*[:：]/i
