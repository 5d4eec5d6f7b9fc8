import { chmodSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installBinaries, removeOtherBinaries } from './binaries.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-binaries-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('makes the links that the package only lists, and lets every account read and run', () => {
  const bin = installBinaries(folder, packageAt('1.0.0'))
  expect(bin).toBe(join(folder, 'server-1.0.0', 'bin'))
  expect(readlinkSync(join(bin, '..', 'lib', 'libpq.so'))).toBe('libpq.so.5.18')
  expect(statSync(join(bin, '..', 'lib', 'libpq.so')).isFile()).toBe(true)
  expect(statSync(join(bin, 'postgres')).mode & 0o777).toBe(0o755)
})

test('a copy that was cut short is made again; another version stands beside it until it is removed', () => {
  mkdirSync(join(folder, 'server-1.0.0.new', 'bin'), { recursive: true })
  const old = installBinaries(folder, packageAt('1.0.0'))
  const bin = installBinaries(folder, packageAt('1.1.0'))
  expect(existsSync(old)).toBe(true)
  removeOtherBinaries(bin)
  expect(existsSync(old)).toBe(false)
  expect(existsSync(bin)).toBe(true)
})

function packageAt(version: string): string {
  const source = join(folder, `package-${version}`)
  mkdirSync(join(source, 'native', 'bin'), { recursive: true })
  mkdirSync(join(source, 'native', 'lib'))
  writeFileSync(join(source, 'package.json'), JSON.stringify({ version }))
  writeFileSync(join(source, 'native', 'bin', 'postgres'), '')
  chmodSync(join(source, 'native', 'bin', 'postgres'), 0o700)
  writeFileSync(join(source, 'native', 'lib', 'libpq.so.5.18'), '')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so' }]
  writeFileSync(join(source, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  return source
}
