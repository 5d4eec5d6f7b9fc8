/** Can this page be kept for when there is no network? Only over HTTPS, or on the machine itself. */
export const canKeep = (): boolean => 'serviceWorker' in navigator

/**
 * Has the browser keep the page of this scope with all it has loaded, so that it opens without a network; true once it is kept. Whoever comes again
 * after a new build keeps that instead.
 */
export async function keepPage(scope: string): Promise<boolean> {
  if (!canKeep()) return false
  const registration = await navigator.serviceWorker.register('/walk-worker.js', { scope })
  const worker = await active(registration)
  const channel = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    channel.port1.onmessage = ({ data }: MessageEvent<{ ready: boolean }>) => resolve(data.ready)
  })
  worker.postMessage({ keep: loaded() }, [channel.port2])
  return answer
}

/** Every file of the app that this page uses, those among them that were loaded for other screens. */
const loaded = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname),
  ),
]

function active(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = registration.installing ?? registration.waiting
  if (!coming) return Promise.resolve(registration.active as ServiceWorker)
  return new Promise((resolve) => {
    const look = () => coming.state === 'activated' && resolve(coming)
    coming.addEventListener('statechange', look)
    look()
  })
}
