import { isIPv4 } from 'node:net'

/** An address of this machine alone; any other name may lead anywhere. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
