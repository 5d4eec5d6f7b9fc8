import type { Temporal as Polyfill } from 'temporal-polyfill'

type Calendars = typeof Polyfill

/** The browser's own Temporal, which stands in for the library in the web app (vite.config.ts); who has none yet fetches the library. */
export const Temporal: Calendars =
  (globalThis as { Temporal?: Calendars }).Temporal ?? (await import('temporal-polyfill/implementation')).Temporal
