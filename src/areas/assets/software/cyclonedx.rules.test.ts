import { describe, expect, it } from 'vitest'
import { componentsOf, cyclonedxSchema, packageOf } from './cyclonedx.rules.ts'

const document = (components: unknown[], more: object = {}) => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  components,
  ...more,
})

describe('a CycloneDX document', () => {
  it('lists its components, those inside others too, each once', () => {
    const read = cyclonedxSchema.parse(
      document([
        {
          type: 'library',
          group: 'org.apache.logging.log4j',
          name: 'log4j-core',
          version: '2.14.1',
          purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1?type=jar',
          components: [{ type: 'library', name: 'inner', version: '1' }],
        },
        { type: 'library', name: 'core', version: '7.0.0', purl: 'pkg:npm/%40babel/core@7.0.0' },
        { type: 'library', name: 'core', version: '7.0.0', purl: 'pkg:npm/%40babel/core@7.0.0#src' },
        { type: 'application', name: 'nginx', version: '1.24.0', supplier: { name: 'F5, Inc.' } },
        { type: 'operating-system', name: 'debian', version: '12' },
        { type: 'file', name: '/etc/passwd' },
        { type: 'library', name: 'only-for-tests', version: '1', scope: 'excluded' },
      ]),
    )
    expect(
      componentsOf(read).map(({ product, version, purl }) => [product.name, product.category, version, purl]),
    ).toEqual([
      [
        'org.apache.logging.log4j/log4j-core',
        'library',
        '2.14.1',
        'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      ],
      ['inner', 'library', '1', null],
      ['@babel/core', 'library', '7.0.0', 'pkg:npm/%40babel/core@7.0.0'],
      ['nginx', 'middleware', '1.24.0', null],
      ['debian', 'operating-system', '12', null],
    ])
  })

  it.each([
    [document([], { bomFormat: 'SPDX' })],
    [document([], { specVersion: '1.3' })],
    [document([{ type: 'library' }])],
    [document([{ type: 'library', name: '' }])],
    ['not a document'],
  ])('is refused where it is none: %#', (given) => expect(cyclonedxSchema.safeParse(given).success).toBe(false))
})

it.each([
  ['pkg:npm/lodash@4.17.21', 'lodash'],
  ['pkg:deb/debian/openssl@3.0.11?arch=amd64', 'debian/openssl'],
  ['pkg:golang/github.com/gorilla/mux@v1.8.0', 'github.com/gorilla/mux'],
  ['not-a-purl', undefined],
  ['pkg:npm/%E0%A4%A', undefined],
])('%s names %s', (purl, name) => expect(packageOf(purl)?.name).toBe(name))
