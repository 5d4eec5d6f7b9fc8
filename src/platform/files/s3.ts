import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { withDraft } from './draft.ts'
import type { FileStore, Lying } from './store.ts'

export interface S3Place {
  /** Where the service answers, without the bucket: `https://s3.cn-north-1.amazonaws.com.cn`, `http://10.0.0.8:9000`. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly key: string
  readonly secret: string
}

/**
 * A store in a bucket of any service that speaks S3 (signature version 4, path style). Bytes are drafted in `folder` first: a
 * service wants to know size and digest before the first byte, and checks the digest as it takes them.
 */
export function s3Store(place: S3Place, folder: string): FileStore {
  const client = new AwsClient({
    accessKeyId: place.key,
    secretAccessKey: place.secret,
    region: place.region,
    service: 's3',
  })
  return storeIn(client, `${place.endpoint.replace(/\/$/, '')}/${place.bucket}`, folder, '')
}

function storeIn(client: AwsClient, bucket: string, folder: string, prefix: string): FileStore {
  const at = (digest: string) => `${bucket}/${prefix}${digest}`
  const ask = async (method: string, url: string, init: RequestInit = {}) => {
    const answer = await fetch(await client.sign(url, { method, ...init }))
    if (answer.ok || answer.status === 404) return answer
    throw new Error(`${method} ${url} was answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
  }
  const must = (answer: Response, url: string): Response => {
    if (answer.ok) return answer
    throw new Error(`${url} is not there`)
  }

  return {
    put: (bytes, limit) =>
      withDraft(join(folder, 'incoming'), bytes, limit, async ({ digest, size, path }) => {
        const url = at(digest)
        const headers = { 'content-length': String(size), 'x-amz-content-sha256': digest }
        must(await ask('PUT', url, { headers, body: Readable.toWeb(createReadStream(path)) as BodyInit }), url)
      }),
    async get(digest) {
      const url = at(digest)
      const { body } = must(await ask('GET', url), url)
      return body ? Readable.fromWeb(body as ReadableStream) : Readable.from([])
    },
    has: async (digest) => (await ask('HEAD', at(digest))).ok,
    async remove(digest) {
      await ask('DELETE', at(digest))
    },
    async *list() {
      // The first way of listing pages by the last key: it needs no token, and every service still has it.
      let marker: string | undefined = ''
      while (marker !== undefined) {
        const url: string = `${bucket}?${new URLSearchParams({ prefix, marker })}`
        const page: string = await must(await ask('GET', url), url).text()
        const keys = [...page.matchAll(/<Key>([^<]*)<\/Key>/g)]
        yield* lyingIn(page, prefix)
        marker = within(page, 'IsTruncated') === 'true' ? keys.at(-1)?.[1] : undefined
      }
    },
    part: (name) => storeIn(client, bucket, folder, `${prefix}${name}/`),
  }
}

/** What a page of a listing names directly under the prefix. Keys are digests, so nothing in them is escaped. */
function lyingIn(page: string, prefix: string): Lying[] {
  return [...page.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, contents = '']) => {
    const digest = within(contents, 'Key')?.slice(prefix.length) ?? ''
    const at = within(contents, 'LastModified')
    return /^[0-9a-f]{64}$/.test(digest) && at ? [{ digest, at: new Date(at).toISOString() }] : []
  })
}

const within = (xml: string, tag: string): string | undefined => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1]
