import { describe, expect, it } from 'vitest'
import type { Finding } from './finding.rules.ts'
import { type Known, matcher } from './match.rules.ts'
import { absentIn, whenSeen } from './outcome.rules.ts'
import { readTable } from './table.rules.ts'
import { readTrivy, trivySchema } from './trivy.rules.ts'
import { readVex, vexSchema } from './vex.rules.ts'

const table = (...rows: string[][]) => readTable(rows.map((cells, i) => ({ n: i + 1, cells })))

describe('a table', () => {
  it('is read by its headings in either language', () => {
    const { findings, left } = table(
      ['主机', 'CVE编号', '漏洞名称', '严重程度', 'CVSS'],
      ['10.0.0.1', 'CVE-2026-1', '溢出', '高危', '8.1'],
      [],
      ['10.0.0.2', 'CVE-2026-2', '', '信息', ''],
    )
    expect(left).toBe(1)
    expect(findings).toMatchObject([{ line: 2, ref: 'CVE-2026-1', target: '10.0.0.1', severity: 'high', score: 8.1 }])
  })

  it('tells every fault of every row', () =>
    expect(
      table(['id', 'severity', 'host'], ['', 'high', 'a'], ['X', 'awful', 'b']).faults.map(({ path }) => path),
    ).toEqual(['2.ref', '3.severity']))

  it('wants the columns without which nothing is known', () =>
    expect(table(['a', 'b']).faults.map(({ path }) => path)).toEqual(['ref', 'severity', 'target']))
})

it('reads a report of Trivy', () => {
  const read = readTrivy(
    trivySchema.parse({
      ...{ SchemaVersion: 2, CreatedAt: '2026-11-20T09:00:00.5+08:00', ArtifactName: 'app01', ArtifactType: 'vm' },
      Results: [
        { Target: 'usr/bin', Class: 'os-pkgs', Vulnerabilities: null },
        {
          Target: 'app01 (debian 12)',
          Vulnerabilities: [
            {
              ...{ VulnerabilityID: 'CVE-2026-5', PkgName: 'openssl', InstalledVersion: '3.0.1', Severity: 'UNKNOWN' },
              ...{ FixedVersion: '3.0.9', CVSS: { nvd: { V3Score: 9.1 }, redhat: { V3Score: 7 } } },
            },
          ],
        },
      ],
    }),
  )
  expect(read).toMatchObject({ scannedAt: '2026-11-20T01:00:00.500Z', scanner: 'trivy', faults: [] })
  expect(read.findings).toMatchObject([{ ref: 'CVE-2026-5', severity: 'critical', score: 9.1, product: 'openssl' }])
})

const vex = (analysis: object) =>
  readVex(
    vexSchema.parse({
      ...{ bomFormat: 'CycloneDX', specVersion: '1.6' },
      components: [{ 'bom-ref': 'a@1', type: 'library', name: '交易网关', version: '6.3.7' }],
      vulnerabilities: [
        {
          ...{ id: 'CVE-2026-7', ratings: [{ severity: 'high' }], analysis },
          affects: [{ ref: 'urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#a%401' }],
        },
      ],
    }),
  )

describe('what a maker says', () => {
  it('is of the component it names, in another document too', () =>
    expect(vex({ state: 'exploitable' }).findings).toMatchObject([
      { product: '交易网关', version: '6.3.7', says: 'affected' },
    ]))

  it('does no harm only for a reason', () => {
    expect(vex({ state: 'not_affected', justification: 'code_not_reachable' }).findings).toMatchObject([
      { says: 'not-affected', justification: 'code_not_reachable' },
    ])
    expect(vex({ state: 'not_affected' }).faults).toMatchObject([{ path: 'vulnerabilities.0.analysis.justification' }])
  })

  it('is nothing once it is mended', () => expect(vex({ state: 'resolved' })).toMatchObject({ findings: [], left: 1 }))
})

const asset = (id: string, more: object) => ({
  ...{ id, tag: id, serial: null, address: null, hostname: null, owner: null },
  ...more,
})
const known: Known = {
  assets: [
    asset('A1', { address: '10.0.0.1' }),
    asset('A2', { hostname: 'db', serial: 'S' }),
    asset('A3', { serial: 'S' }),
  ],
  components: [{ id: 'C1', code: 'gateway', product: '交易网关', version: 'V6.3.7' }],
  installed: [{ asset: 'A1', product: 'openssl', version: '3.0.1' }],
  scope: { assets: ['A1', 'A2'], components: ['C1'] },
  aboutOne: true,
  sameVersion: (a, b) => a.replace('V', '') === b.replace('V', ''),
}
const finding = (more: Partial<Finding>): Finding => ({
  ...{ line: 1, ref: 'CVE-2026-1', title: 't', severity: 'high', score: null, target: null, product: null },
  ...{ version: null, fixedVersion: null, says: 'affected', justification: null, note: null },
  ...more,
})

describe('where a finding belongs', () => {
  const place = matcher(known)
  it('is where its target stands in the register', () => {
    expect(place(finding({ target: '10.0.0.1' }))).toEqual({ asset: 'A1', component: null })
    expect(place(finding({ target: 'DB' }))).toEqual({ asset: 'A2', component: null })
    expect(place(finding({ target: 'gateway' }))).toEqual({ asset: null, component: 'C1' })
  })

  it('is nowhere where two have that name, or none', () => {
    expect(place(finding({ target: 'S' }))).toBeNull()
    expect(place(finding({ target: '10.9.9.9' }))).toBeNull()
  })

  it('is what runs that product in that version, however the version is written', () => {
    expect(place(finding({ product: '交易网关', version: '6.3.7' }))).toEqual({ asset: null, component: 'C1' })
    expect(place(finding({ product: '交易网关', version: '6.3.10' }))).toBeNull()
    expect(place(finding({ product: 'OpenSSL', version: '3.0.1' }))).toEqual({ asset: 'A1', component: null })
  })

  it('is the one thing that was looked at, where the report is about one', () => {
    const sole = { ...known, scope: { assets: ['A1'], components: [] } }
    expect(matcher(sole)(finding({ target: 'image:latest' }))).toEqual({ asset: 'A1', component: null })
    expect(matcher({ ...sole, aboutOne: false })(finding({ target: 'image:latest' }))).toBeNull()
  })
})

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`

describe('what a scan means', () => {
  const one = { state: 'open' as const, lastSeen: at(10), closedAt: null, fixedAt: null, versionFound: '1' }
  const seen = (more: object, day: number, byMaker = false, version = '1') =>
    whenSeen({ ...one, ...more }, { at: at(day), version, byMaker })

  it('is that it is still there, or back', () => {
    expect(seen({}, 12)).toBe('still')
    expect(seen({ state: 'closed', closedAt: at(11) }, 12)).toBe('again')
    expect(seen({ state: 'fixed', fixedAt: at(11) }, 12)).toBe('again')
  })

  it('is nothing where something later is known', () => {
    expect(seen({}, 9)).toBe('older')
    expect(seen({ state: 'closed', closedAt: at(13) }, 12)).toBe('older')
    expect(seen({ state: 'fixed', fixedAt: at(13) }, 12)).toBe('still')
  })

  it('leaves what its maker says to its maker, for that version', () => {
    expect(seen({ state: 'not-affected' }, 12)).toBe('still')
    expect(seen({ state: 'not-affected' }, 12, true)).toBe('again')
    expect(seen({ state: 'not-affected' }, 12, false, '2')).toBe('again')
  })

  it('closes what a complete one of the same scanner no longer sees within its scope', () => {
    const v = (id: string, more: object = {}) => ({
      ...{ id, ref: id, scanner: 'nessus', lastSeen: at(10), asset: 'A1', component: null },
      ...more,
    })
    const all = [
      v('gone'),
      v('seen'),
      v('unplaced'),
      v('elsewhere', { asset: 'A9' }),
      v('other', { scanner: 'trivy' }),
      v('later', { lastSeen: at(13) }),
    ]
    const look = { complete: true, scanner: 'nessus', scannedAt: at(12), assets: ['A1'], components: [] }
    const about = { seen: new Set(['seen']), unplaced: new Set(['unplaced']) }
    expect(absentIn(all, look, about).map(({ id }) => id)).toEqual(['gone'])
    expect(absentIn(all, { ...look, complete: false }, about)).toEqual([])
  })
})
