import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eicar, startClamd } from './clamd.testing.ts'
import { type Scan, scannerOf } from './scan.ts'

const bytes = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)))

let server: Awaited<ReturnType<typeof startClamd>>
let scan: Scan
beforeAll(async () => {
  server = await startClamd()
  scan = scannerOf(`127.0.0.1:${server.port}`, {})
})
afterAll(() => server?.stop())

it('asks a clamd, and names what it found', async () => {
  expect(await scan(bytes('nothing', ' to see'))).toBeNull()
  expect(await scan(bytes('x'.repeat(300_000), eicar.slice(0, 30), eicar.slice(30)))).toBe('Eicar-Test-Signature')
})

it('takes no answer, and an error, for no verdict', async () => {
  await expect(scan(bytes('refuse me'))).rejects.toThrow(/size limit exceeded/)
  const gone = await startClamd()
  await gone.stop()
  await expect(scannerOf(`127.0.0.1:${gone.port}`, {})(bytes('x'))).rejects.toThrow(/ECONNREFUSED/)
})

it('asks a program of the server’s list by a path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-scanner-'))
  const command = join(folder, 'scan.sh')
  await writeFile(
    command,
    '#!/bin/sh\ngrep -q broken "$2" && exit 2\ngrep -q EICAR "$2" && echo "$2: Eicar" && exit 1\nexit 0\n',
  )
  await chmod(command, 0o755)
  const program = scannerOf('scanner', { scanner: { command, args: ['-x'] } })
  expect(await program(bytes('clean'))).toBeNull()
  expect(await program(bytes(eicar))).toBe(': Eicar')
  await expect(program(bytes('broken'))).rejects.toThrow(/ended with 2/)
  await rm(folder, { recursive: true })
})

it('refuses a scanner it does not know', () => {
  expect(() => scannerOf('clamscan', {})).toThrow(/TOUCHSTONE_SCAN/)
})
