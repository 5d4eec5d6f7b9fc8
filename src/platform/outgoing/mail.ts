import { createTransport } from 'nodemailer'
import { type Letter, type Sender, Undelivered } from './sender.ts'
import { gist, oneLine, openLabel, wordsOf } from './text.ts'

/**
 * Sends by SMTP. With `starttls` nothing goes out before the connection is encrypted; certificates are checked against the system's
 * own authorities and those in NODE_EXTRA_CA_CERTS. A mail says that a machine wrote it, so that machines do not answer
 * (RFC 3834). Refused for good by 5yz, tried again for 4yz and wherever the connection fails (RFC 5321).
 */
export const mail: Sender<'mail'> = {
  reaches: 'email',
  perMinute: null,
  async send({ settings: { host, port, security, user, from, name }, secret }, letter, timeout) {
    // One receiver, and nothing beside it.
    if (!address.test(letter.to)) throw new Undelivered(`Not a mail address: ${gist(letter.to)}`, false)
    const transport = createTransport({
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      ...(user && { auth: { user, pass: secret ?? '' } }),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    try {
      const { messageId } = await transport.sendMail({
        messageId: `<${letter.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
        from: { name: name ?? '', address: from },
        to: { name: '', address: letter.to },
        ...(letter.replyTo !== null && { replyTo: { name: name ?? '', address: letter.replyTo } }),
        subject: oneLine(letter.subject),
        text: letter.link === null ? letter.text : `${letter.text}\n\n${letter.link}`,
        html: htmlOf(letter),
        references: [...letter.thread],
        ...(letter.thread.length > 0 && { inReplyTo: letter.thread.at(-1) }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.timeout(timeout),
      })
      return messageId
    } catch (error) {
      throw undelivered(error)
    }
  },
}

const address = /^[^\s<>,;:"()]+@[^\s<>,;:"()@]+$/

function htmlOf(letter: Letter): string {
  const paragraphs = letter.text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
  const button =
    letter.link === null ? [] : [`<p><a href="${escaped(letter.link)}" style="${look}">${openLabel(letter)}</a></p>`]
  return [
    `<!doctype html><html lang="${letter.lang === 'zh' ? 'zh-CN' : 'en'}"><meta charset="utf-8"><body>`,
    ...paragraphs,
    ...button,
    '</body></html>',
  ].join('\n')
}

const look =
  'display:inline-block;padding:6px 16px;border-radius:6px;background:#1677ff;color:#fff;text-decoration:none'

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/** What nodemailer says where there is no connection, or none any more. */
const connection = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL']

/** What nodemailer throws, as an `Undelivered`; throws what is not of its making. */
function undelivered(error: unknown): Undelivered {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
  if (error.code === 'EABORT') return new Undelivered('No answer in time', true)
  const status = 'responseCode' in error ? Number(error.responseCode) : 0
  return new Undelivered(wordsOf(error), status === 0 ? connection.includes(error.code) : status < 500)
}
