import { expect, it } from 'vitest'
import { readFileConfig } from './files.config.ts'

const whole = {
  TOUCHSTONE_S3_ENDPOINT: 'https://s3.cn-north-1.amazonaws.com.cn',
  TOUCHSTONE_S3_BUCKET: 'touchstone',
  TOUCHSTONE_S3_REGION: 'cn-north-1',
  TOUCHSTONE_S3_KEY: 'key',
  TOUCHSTONE_S3_SECRET: 'secret',
}
const read = (env: Record<string, string>) => {
  const faults: string[] = []
  return { ...readFileConfig(env, faults), faults }
}

it('keeps files in the data folder unless a bucket is named, and has no scanner unless it is told of one', () => {
  expect(read({})).toEqual({ s3: undefined, scan: undefined, faults: [] })
  expect(read({ ...whole, TOUCHSTONE_SCAN: '127.0.0.1:3310' })).toEqual({
    s3: {
      endpoint: whole.TOUCHSTONE_S3_ENDPOINT,
      bucket: 'touchstone',
      region: 'cn-north-1',
      key: 'key',
      secret: 'secret',
    },
    scan: '127.0.0.1:3310',
    faults: [],
  })
})

it('refuses half of a bucket, and an address that is none', () => {
  const { TOUCHSTONE_S3_SECRET: _secret, ...half } = whole
  expect(read({ ...half, TOUCHSTONE_S3_REGION: '' }).faults).toEqual([
    'TOUCHSTONE_S3_REGION, TOUCHSTONE_S3_SECRET must be set along with the other TOUCHSTONE_S3_ settings',
  ])
  expect(read({ ...whole, TOUCHSTONE_S3_ENDPOINT: 'minio:9000' }).faults).toEqual([
    'TOUCHSTONE_S3_ENDPOINT must be an address, not "minio:9000"',
  ])
})
