/** The folder of the project: two up from here, and from dist/server, where this is built to. */
export const root = new URL('../../', import.meta.url)
