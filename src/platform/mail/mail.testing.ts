import iconv from 'iconv-lite'

/** For tests: a mail as it comes over the wire, its head and body given as they are written. */
export const raw = (head: readonly string[], body: string | Buffer = ''): Buffer =>
  Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), typeof body === 'string' ? crlf(body) : body])

const crlf = (text: string): Buffer => Buffer.from(text.replace(/\r?\n/g, '\r\n'))

export const gbk = (text: string): Buffer => iconv.encode(text, 'gb18030')

/** An encoded word (RFC 2047). */
export const word = (charset: string, bytes: Buffer): string => `=?${charset}?B?${bytes.toString('base64')}?=`

export const from = 'From: =?UTF-8?B?5p2O?= <Li@Firm.example>'

/** What a mail server writes to say that a mail could not be delivered (RFC 3464). */
export const bounce = raw(
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.firm.example (Mail Delivery System)',
    'To: touchstone@firm.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B/mx"',
    'Message-Id: <20261124013000.1@mx.firm.example>',
  ],
  `--B/mx
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.firm.example.

<nobody@firm.example>: Recipient address rejected: User unknown

--B/mx
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.firm.example
Final-Recipient: rfc822; nobody@firm.example
Action: failed
Status: 5.1.1

--B/mx
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: touchstone@firm.example
Subject: [INC-202611-0001] hello
--B/mx--
`,
)
