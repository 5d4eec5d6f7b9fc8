/**
 * What somebody wrote themselves in an answer: without what their program quotes below or between, without the line that introduces it,
 * and without a signature that is marked as one. Programs quote in their own ways; each is named where it is looked for.
 */
export function replyOf(text: string): string {
  const lines = text.split('\n')
  const kept: string[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string
    if (isQuoted(line)) {
      at += 1
      continue
    }
    if (endsHere(lines, at)) break
    const introduced = introductionAt(lines, at)
    if (introduced > 0) {
      // Without marks before its lines the quote goes on to the end.
      if (!isQuoted(firstFilled(lines, at + introduced))) break
      at += introduced
      continue
    }
    kept.push(line)
    at += 1
  }
  return withoutPhone(kept)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const isQuoted = (line: string): boolean => /^[ \t]?[>＞]/.test(line)

const firstFilled = (lines: readonly string[], from: number): string =>
  lines.slice(from, from + 20).find((line) => line.trim() !== '') ?? ''

/** Beyond this a line is prose, and no mark of any program. */
const longest = 400

/** From here on nothing is the writer's own. */
function endsHere(lines: readonly string[], at: number): boolean {
  const line = (lines[at] as string).trim()
  if (line.length > longest) return false
  return isSignature(lines[at] as string) || isOriginal(line) || isHeadOfQuote(lines, at)
}

/** RFC 3676: two dashes and a space; mail programs and this house cut spaces at the end of lines. */
const isSignature = (line: string): boolean => /^-- ?$/.test(line)

/** Outlook, Foxmail, QQ Mail, NetEase: a line of dashes around what it calls the original. */
const isOriginal = (line: string): boolean =>
  /^[-—_=]{2,}\s*(original( message)?|replied message|forwarded message|原始邮件|原始郵件|原邮件|回复的原邮件|转发的原邮件|转发邮件信息|邮件原件)\s*[-—_=]{2,}$/i.test(
    line.replaceAll('\u00a0', ' ').replaceAll('&nbsp;', ' '),
  )

const headFrom = /^[*>\s]*(from|发件人|寄件者|寄件人|差出人)[*\s]*[:：]/i
const headOthers =
  /^[*>\s]*(sent|date|to|cc|subject|发送时间|时间|日期|收件人|抄送|抄送人|主题|寄件日期|收件者|主旨|送信日時|宛先|件名)[*\s]*[:：]/i

/** Outlook and Foxmail repeat the head of what they quote, some below a line of their own. */
function isHeadOfQuote(lines: readonly string[], at: number): boolean {
  if (!/^[_-]{10,}$/.test((lines[at] as string).trim())) return headAt(lines, at)
  const next = lines.slice(at + 1, at + 4).findIndex((line) => line.trim() !== '')
  return next !== -1 && headAt(lines, at + 1 + next)
}

/** Who, and at least two of when, to whom and what. */
function headAt(lines: readonly string[], at: number): boolean {
  if (!headFrom.test(lines[at] as string)) return false
  const after = lines.slice(at + 1, at + 11).filter((line) => line.trim() !== '')
  return after.slice(0, 6).filter((line) => headOthers.test(line)).length >= 2
}

/** How many lines introduce a quote here (`On … wrote:`), for programs that break it into up to three; 0 for none. */
function introductionAt(lines: readonly string[], at: number): number {
  let joined = ''
  for (let n = 1; n <= 3; n++) {
    const line = (lines[at + n - 1] ?? '').trim()
    if (line === '' || line.length > longest) return 0
    joined = `${joined} ${line}`.trim()
    if (isIntroduction(joined)) return n
  }
  return 0
}

/** A day or an address stands in it, or somebody only tells what was written. */
function isIntroduction(line: string): boolean {
  if (line.length > longest || !/(wrote|写道|寫道)\s*[:：]$/i.test(line) || !/\d{4}|@/.test(line)) return false
  return (
    /^(on|at)\b/i.test(line) ||
    /^[在于於]/.test(line) ||
    /[于於在]\s*\d{4}\s*[年/-]/.test(line) ||
    /<[^<>\s]+@/.test(line)
  )
}

/** What telephones write below everything. */
function withoutPhone(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return last > 0 &&
    /^(sent from my .{1,40}|发自我的.{1,40}|來自我的.{1,40}|get outlook for (ios|android).{0,60})$/i.test(
      (lines[last] as string).trim(),
    )
    ? lines.slice(0, last)
    : lines
}
