import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { S3Place } from './s3.ts'

export interface S3Server {
  readonly place: S3Place
  stop(): Promise<void>
}

/** A real S3 server as a process of its own, on a free port, with one bucket. */
export async function startS3(): Promise<S3Server> {
  const bucket = 'touchstone'
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-s3-'))
  const child = spawn(
    process.execPath,
    [
      createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js'),
      ...['--directory', folder, '--address', '127.0.0.1', '--port', '0', '--configure-bucket', bucket],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const port = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /listening on [^\n]*?:(\d+)\s/.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`The S3 server ended with ${code}: ${said}`)))
  })
  return {
    // The key that s3rver knows.
    place: { endpoint: `http://127.0.0.1:${port}`, bucket, region: 'cn-north-1', key: 'S3RVER', secret: 'S3RVER' },
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}
