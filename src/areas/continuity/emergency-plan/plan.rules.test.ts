import { describe, expect, it } from 'vitest'
import { daysOn, staleOn, vendorHasSigned } from './plan.rules.ts'
import { indexPage, planPage } from './print.rules.ts'

describe('a plan', () => {
  const dates = { validUntil: '2026-11-24', drillDueOn: '2026-12-01' }

  it('holds on its last day, and not on the day after', () => {
    expect(staleOn(dates, '2026-11-24')).toBeNull()
    expect(staleOn(dates, '2026-11-25')).toBe('expired')
  })

  it('is stale the day after it should have been rehearsed', () => {
    expect(staleOn({ ...dates, validUntil: '2027-01-01' }, '2026-12-01')).toBeNull()
    expect(staleOn({ ...dates, validUntil: '2027-01-01' }, '2026-12-02')).toBe('undrilled')
  })

  it('counts days over the end of a year', () => {
    expect(daysOn('2026-12-31', 180)).toBe('2027-06-29')
  })

  it('wants a vendor’s signature only where a vendor has a part in it', () => {
    const unsigned = { vendorSignedBy: null, vendorSignedOn: null }
    expect(vendorHasSigned({ supplier: null, ...unsigned })).toEqual([])
    expect(vendorHasSigned({ supplier: 's', ...unsigned })).toHaveLength(1)
    expect(vendorHasSigned({ supplier: 's', vendorSignedBy: '周工', vendorSignedOn: '2026-11-01' })).toEqual([])
  })
})

describe('what is printed', () => {
  const sheet = {
    title: '行情中断 <script>',
    state: '有效',
    warning: '已失效 & 仅供参考',
    facts: [['等级', '重大']] as const,
    parts: [{ heading: '联系人', table: { heads: ['谁'], rows: [['"李明"\n二线']] } }],
  }

  it('is one page that needs nothing from elsewhere, and takes every text as text', () => {
    const page = planPage('EPL-1', [sheet, sheet], '2026-11-24 02:30')
    expect(page).not.toMatch(/<script|src=|href=|@import|url\(/)
    expect(page).toContain('行情中断 &lt;script&gt;')
    expect(page).toContain('已失效 &amp; 仅供参考')
    expect(page).toContain('&quot;李明&quot;<br>二线')
    expect(page.match(/<section>/g)).toHaveLength(2)
  })

  it('begins with a page that leads to each', () => {
    const page = indexPage(
      [{ number: 'EPL-1', title: '行情', titleEn: 'Quotes', level: '重大', state: '有效' }],
      '2026-11-24',
    )
    expect(page).toContain('<a href="EPL-1.html">')
  })
})
