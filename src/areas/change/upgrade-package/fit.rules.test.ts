import { describe, expect, it } from 'vitest'
import { faultsIn } from '../../../testing/faults.ts'
import { concernedBy, fileFaults, filesFound, misfitsOf, versionFaults } from './fit.rules.ts'

const delivered = { number: 'PKG-1', state: 'tested', product: '交易平台', fits: '>=6.3.0 <6.3.10' }
const front = { name: '前置', product: '交易平台', installedVersion: '6.3.7', environment: 'production' }
const misfits = (more: object, onto: object = {}) =>
  misfitsOf({ ...delivered, ...more }, [{ ...front, ...onto }]).map(([, en]) => en)

describe('a package', () => {
  it('fits the versions that it names, of its product', () => {
    expect(misfits({})).toEqual([])
    expect(misfits({}, { product: ' 交易平台' })).toEqual([])
    expect(misfits({}, { installedVersion: '6.3.10' })).toEqual([
      '前置 has 6.3.10; the package is for >=6.3.0 <6.3.10.',
    ])
    expect(misfits({}, { product: null })).toEqual(['前置 is of no known product, not 交易平台.'])
  })

  it('is kept off what has no known version', () => {
    for (const installedVersion of [null, '最新'])
      expect(misfits({}, { installedVersion })).toEqual([
        'The installed version of 前置 is not known: find out and enter it.',
      ])
  })

  it('goes live only once tested; a test system takes one that is checked', () => {
    expect(misfits({ state: 'checked' })).toEqual(['Package PKG-1 has not passed its test.'])
    expect(misfits({ state: 'checked' }, { environment: 'test' })).toEqual([])
    expect(misfits({ state: 'registered' }, { environment: 'test' })).toEqual([
      'The files of package PKG-1 are not checked.',
    ])
  })

  it('names every fault of its versions at once', () => {
    expect(faultsIn(versionFaults({ fits: '任意', toVersion: '最新' }))).toEqual([
      'fits not-a-range',
      'toVersion not-a-version',
    ])
  })

  it('is what its vendor sent, byte for byte', () => {
    const files = [
      { name: 'a.tar', sha256: 'aa' },
      { name: 'b.tar', sha256: 'bb' },
      { name: 'c.tar', sha256: 'cc' },
    ]
    const found = filesFound(files, [
      { name: 'a.tar', digest: 'aa' },
      { name: 'b.tar', digest: 'b0' },
    ])
    expect(faultsIn(fileFaults(found))).toEqual(['files.1 differs', 'files.2 missing'])
    expect(faultsIn(fileFaults([]))).toEqual(['files required'])
  })
})

describe('a bulletin', () => {
  it('concerns components of its product in its versions; where a version is not known nobody can say', () => {
    const all = [
      front,
      { ...front, name: '旧', installedVersion: '6.2' },
      { ...front, name: '不明', installedVersion: null },
    ]
    const found = concernedBy(all, { product: '交易平台', versions: '6.3.*' })
    expect([found.affected, found.unsure].map((of) => of.map(({ name }) => name))).toEqual([['前置'], ['不明']])
    expect(concernedBy(all, { product: '交易平台', versions: null }).affected).toHaveLength(3)
    expect(concernedBy(all, { product: null, versions: null }).affected).toEqual([])
  })
})
