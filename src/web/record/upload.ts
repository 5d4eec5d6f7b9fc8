import { Problem, problemOf } from '../client/problem.ts'

/** Files on their way: `sent` is what the server answers, nothing when it was stopped; refuses with a `Problem`. */
export interface Sending {
  readonly sent: Promise<unknown>
  stop(): void
}

/** Sends files as a form; `tell` hears which share has gone. What was stopped is no problem. (Fetch tells no progress.) */
export function send(path: string, files: readonly File[], lang: string, tell: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const form = new FormData()
  for (const file of files) form.append('file', file, file.name)
  const sent = new Promise<unknown>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0)
    request.onload = () =>
      request.status < 400 ? resolve(JSON.parse(request.responseText)) : problemOf(answerOf(request)).then(reject)
    request.onerror = () => reject(new Problem({ code: 'offline' }))
    request.onabort = () => resolve(undefined)
  })
  request.open('POST', path)
  request.setRequestHeader('accept-language', lang)
  request.send(form)
  return { sent, stop: () => request.abort() }
}

const answerOf = (request: XMLHttpRequest): Response =>
  new Response(request.responseText, {
    status: request.status,
    headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
  })
