import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal, refusalStatus } from '../../record/problem.ts'
import { type Lang, say } from '../../record/words.ts'

/** RFC 9457 problem details, with a stable code and every fault at once. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(['bug', ...Object.keys(refusalStatus)]),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  requestId: z.string(),
})

const titles: Partial<Record<string, readonly [string, string]>> = {
  '400': ['请求无法理解', 'The request cannot be understood'],
  '401': ['需要登录', 'Sign-in needed'],
  '403': ['不允许', 'Not allowed'],
  '404': ['不存在', 'Not found'],
  '409': ['与现状冲突', 'In conflict with what is there'],
  '422': ['内容有误', 'The content does not hold'],
  '429': ['过于频繁', 'Too many tries'],
}

/** Writes a refusal in the language asked for. */
export function sendProblem(reply: FastifyReply, refusal: Refusal, lang: Lang): FastifyReply {
  const { status, code, faults, more, text } = refusal
  if (typeof more['retryAfter'] === 'number') reply.header('retry-after', more['retryAfter'])
  return reply
    .code(status)
    .type('application/problem+json')
    .header('content-language', lang === 'zh' ? 'zh-CN' : 'en')
    .serializer(JSON.stringify)
    .send({
      ...more,
      type: `/problems/${code}`,
      title: say(titles[String(status)] ?? text, lang),
      status,
      detail: say(text, lang),
      code,
      errors: faults.map((one) => ({ path: one.path, code: one.code, message: say(one.text, lang) })),
      requestId: reply.request.id,
    })
}

export const wrongContentType = (): Refusal =>
  new Refusal('wrong-content-type', [
    '请求体的类型不对:须为 JSON,上传文件时为表单。',
    'The body has the wrong type: JSON, or a form where files are sent.',
  ])

/** What Fastify itself refuses, in the product's words. */
function fromFastify(error: FastifyError): Refusal | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return wrongContentType()
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
      return new Refusal('too-large', ['一次提交的文件过多。', 'Too many files at once.'])
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Refusal('too-large', ['提交的内容过大。', 'The body is too large.'])
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Refusal('bad-json', ['请求体不是完整的 JSON。', 'The body is not whole JSON.'])
  }
  if (error instanceof SyntaxError || error.statusCode === 400) {
    return new Refusal('bad-json', ['请求无法解读。', 'The request cannot be read.'])
  }
  return undefined
}

/** One place where whatever was thrown becomes an answer: refusals say why; a bug says nothing but its request id. */
export function installProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refusal, request: FastifyRequest, reply) => {
    const refusal = error instanceof Refusal ? error : fromFastify(error)
    if (refusal) return sendProblem(reply, refusal, request.lang)
    request.log.error({ err: error, requestId: request.id }, 'a request failed by a bug')
    const text = ['服务器内部出错,已记录。', 'The server failed; this was recorded.'] as const
    return reply
      .code(500)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send({
        type: '/problems/bug',
        title: say(text, request.lang),
        status: 500,
        detail: say(text, request.lang),
        code: 'bug',
        errors: [],
        requestId: request.id,
      })
  })
}
