/**
 * Keeps the page of its scope (/count/…, /patrol/…) open where there is no network. It serves the app's page and files as they were
 * when the page was last open online, and who was signed in; what is entered is kept by the page itself.
 */
const shell = `shell ${new URL(self.registration.scope).pathname}`
const page = '/index.html'
const session = '/api/session'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {}
  if (!Array.isArray(keep)) return
  const port = event.ports[0]
  event.waitUntil(
    keepThese(keep).then(
      () => port?.postMessage({ ready: true }),
      (error) => port?.postMessage({ ready: false, error: String(error) }),
    ),
  )
})

/** Keeps the page and these files of it, and nothing that an older build left. */
async function keepThese(files) {
  const cache = await caches.open(shell)
  const known = new Set((await cache.keys()).map((request) => new URL(request.url).pathname))
  await cache.add(new Request('/', { cache: 'reload' })).then(async () => {
    await cache.put(page, await cache.match('/'))
    await cache.delete('/')
  })
  const missing = files.filter((file) => !known.has(file))
  await Promise.all(missing.map((file) => cache.add(file)))
  const wanted = new Set([...files, page, session])
  for (const path of known) if (!wanted.has(path)) await cache.delete(path)
  // Whoever is signed in now, on a phone that several use.
  await fetchSession(cache, new Request(session))
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(page)))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(url.pathname).catch(() => fetch(request)))
  else if (url.pathname === session) event.respondWith(sessionOf(request))
})

async function kept(path) {
  const found = await (await caches.open(shell)).match(path)
  if (!found) throw new TypeError(`${path} is not kept`)
  return found
}

/** As the server says; without network as it said last. */
async function sessionOf(request) {
  const cache = await caches.open(shell)
  return fetchSession(cache, request).catch(() => kept(session))
}

async function fetchSession(cache, request) {
  const answer = await fetch(request)
  if (answer.ok) await cache.put(session, answer.clone())
  else await cache.delete(session)
  return answer
}
