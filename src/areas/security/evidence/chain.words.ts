import type { Words } from '../../../record/words.ts'

/** The words of the report of a chain of custody. */
export const chainWords = {
  title: ['证据保管链报告', 'Chain of custody'],
  files: ['封存的文件', 'Sealed files'],
  file: ['文件', 'File'],
  size: ['字节', 'Bytes'],
  digest: ['摘要 SHA-256', 'SHA-256'],
  chain: ['交接记录', 'Hand-overs'],
  signature: ['签字摘要', 'Digest of the signature'],
  none: ['封存后没有交接。', 'It has not changed hands since it was sealed.'],
} as const satisfies Record<string, Words>
