import { connect } from 'node:net'
import type { TcpSettings } from '../../kinds/network.settings.ts'
import { type CheckContext, down, type Finding, noteOf, timedOut, up } from './check.ts'

/**
 * Opens a TCP connection and closes it again.
 *
 * It closes the ordinary way (FIN), not by a reset: resets fill the logs of many servers. What waits in TIME_WAIT is counted
 * per target address and port, so 5,000 targets every 10 s keep about six each.
 */
export function tcpCheck(settings: TcpSettings, { signal }: CheckContext): Promise<Finding> {
  return new Promise((resolve) => {
    let finding = timedOut
    const socket = connect({ host: settings.host, port: settings.port })
    signal.addEventListener('abort', () => socket.destroy(), { once: true })
    socket.once('connect', () => {
      finding = up('connected')
      socket.destroy()
    })
    socket.on('error', (error) => {
      finding = down(noteOf(error))
    })
    socket.once('close', () => resolve(finding))
  })
}
