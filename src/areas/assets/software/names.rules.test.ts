import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameRules } from './name-list.rules.ts'
import { productOf, publisherOf } from './names.rules.ts'

describe('which product a reported name is', () => {
  it.each([
    ['7-Zip 23.01 (x64)', '23.01', '7-Zip'],
    ['Microsoft Office 专业增强版 2019 - zh-cn', '16.0.10417', 'Microsoft Office Professional Plus 2019'],
    ['Microsoft Office Professional Plus 2019 - en-us', '16.0.1', 'Microsoft Office Professional Plus 2019'],
    ['WPS Office (12.1.0.15374)', '12.1.0.15374', 'WPS Office'],
    ['Google Chrome', '119.0', 'Google Chrome'],
    ['google-chrome-stable', '119.0', 'Google Chrome'],
    ['Mozilla Firefox (x64 zh-CN)', '120.0', 'Mozilla Firefox'],
    ['Java 8 Update 391 (64-bit)', '8.0.391', 'Java 8'],
    ['openjdk-17-jre-headless', '17.0.9', 'Java 17'],
    ['Microsoft SQL Server 2019 (64-bit)', null, 'Microsoft SQL Server 2019'],
    ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.36', '14.36', 'Microsoft Visual C++ 2015-2022'],
    ['Notepad++ (64-bit x64)', '8.6', 'Notepad++'],
    ['行情接收程序 3.2.1', '3.2.1', '行情接收程序'],
    ['行情接收程序 v3.2.1', '3.2.1', '行情接收程序'],
    ['libssl3:amd64', '3.0.11', 'libssl3'],
    ['Ｇｏｏｇｌｅ　Ｃｈｒｏｍｅ', null, 'Google Chrome'],
  ])('%s %s is %s', (name, version, product) => expect(productOf({ name, version }).name).toBe(product))

  it('takes libraries for such', () => {
    expect(productOf({ name: 'libssl3:amd64' }).category).toBe('library')
    expect(productOf({ name: 'nginx' })).toEqual({ name: 'nginx', publisher: 'F5', category: 'middleware' })
  })

  it('finds the same product again under the name it gave', () => {
    for (const { name, like } of nameRules) {
      if (name.includes('$')) continue
      expect(productOf({ name }).name, String(like)).toBe(name)
    }
  })

  it('always has a name that fits, whatever is reported', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 200 }),
        fc.option(fc.string({ maxLength: 80 })),
        (name, version) => {
          fc.pre(name.normalize('NFKC').trim() !== '')
          const product = productOf({ name, version })
          expect(product.name.length).toBeGreaterThan(0)
          expect(product.name.length).toBeLessThanOrEqual(160)
        },
      ),
    )
  })
})

it.each([
  ['Microsoft Corporation', 'Microsoft'],
  ['Dell, Inc.', 'Dell'],
  ['北京金山办公软件股份有限公司', '北京金山办公软件'],
  ['Debian OpenSSL Team <pkg@lists.debian.org>', 'Debian OpenSSL Team'],
  ['', null],
])('%s publishes as %s', (given, name) => expect(publisherOf(given)).toBe(name))
