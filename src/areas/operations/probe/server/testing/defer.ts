/** A promise to be settled from outside: `Promise.withResolvers`, which Node 20 has not got yet. */
export function defer<T = void>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((ok, no) => {
    resolve = ok
    reject = no
  })
  return { promise, resolve, reject }
}
