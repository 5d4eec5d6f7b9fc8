import type { TestApp } from '../../testing/app.ts'

/** A file as a browser sends it: with a name and a type that it may have made up. */
export interface Sent {
  readonly name: string
  readonly bytes: Buffer | string
  readonly type?: string
}

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Sends files as one form, with the token of whoever `client` is; answers status and body. */
export async function upload(app: TestApp, token: string, url: string, files: readonly Sent[]) {
  const boundary = '----touchstone'
  const parts = files.flatMap(({ name, bytes, type = 'application/octet-stream' }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ])
  const answer = await app.http.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  })
  return { status: answer.statusCode, body: answer.json() }
}

/** Fetches as bytes. */
export async function download(app: TestApp, token: string, url: string, headers: Record<string, string> = {}) {
  const answer = await app.http.inject({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${token}`, ...headers },
  })
  return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers }
}
