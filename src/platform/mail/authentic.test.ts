import { expect, it } from 'vitest'
import { isAuthentic } from './authentic.ts'

const by = (...headers: string[]) => new Map([['authentication-results', headers]])
const ask = (...headers: string[]) => isAuthentic(by(...headers), 'mx.firm.cn', 'li@firm.cn')

it.each([
  ['DMARC', 'mx.firm.cn; spf=fail smtp.mailfrom=x@y.cn; dmarc=pass (p=reject) header.from=firm.cn'],
  ['a signature of the domain', 'mx.firm.cn 1; dkim=pass (2048-bit key) header.d=firm.cn header.s=a; spf=none'],
  ['a signature of a domain above or below', 'mx.firm.cn; dkim=pass header.i=@mail.firm.cn'],
  ['an envelope of the domain', 'MX.firm.cn; spf=pass smtp.mailfrom=li@firm.cn'],
  ['a sender who signed in', 'mx.firm.cn; auth=pass smtp.auth=li'],
])('a mail is from whom it says by %s', (_what, header) => expect(ask(header)).toBe(true))

it.each([
  ['DMARC says no', 'mx.firm.cn; dmarc=fail header.from=firm.cn; dkim=pass header.d=firm.cn'],
  ['the signature is another’s', 'mx.firm.cn; dkim=pass header.d=evil.example; dmarc=none'],
  ['the envelope is another’s', 'mx.firm.cn; spf=pass smtp.mailfrom=x@notfirm.cn'],
  ['the signature is of everybody’s domain', 'mx.firm.cn; dkim=pass header.d=cn'],
  ['nothing was found', 'mx.firm.cn; none'],
  ['only another server says so', 'mx.evil.example; dmarc=pass'],
  ['a remark says so', 'mx.firm.cn; spf=fail (dmarc=pass; dkim=pass)'],
])('a mail is not, where %s', (_what, header) => expect(ask(header)).toBe(false))

it('what stands below the server’s own header is a stranger’s', () => {
  expect(ask('mx.firm.cn; dmarc=fail', 'mx.firm.cn; dmarc=pass')).toBe(false)
  expect(ask('mx.other.cn; dmarc=pass', 'mx.firm.cn; dmarc=pass')).toBe(true)
  expect(isAuthentic(new Map(), 'mx.firm.cn', 'li@firm.cn')).toBe(false)
})
