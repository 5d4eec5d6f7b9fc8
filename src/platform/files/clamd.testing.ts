import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A server that speaks clamd's INSTREAM and finds the EICAR test file, as every scanner does. */
export async function startClamd() {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    let heard = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      heard = Buffer.concat([heard, chunk])
      const bytes = wholeStream(heard)
      if (bytes) socket.end(`${answerTo(bytes)}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    async stop() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Put together at run time, so that no scanner takes this file for the test file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

const command = Buffer.from('zINSTREAM\0')

/** What was sent between the command and a length of zero; undefined until that has come. */
function wholeStream(heard: Buffer): Buffer | undefined {
  if (!heard.subarray(0, command.length).equals(command)) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

const answerTo = (bytes: Buffer): string => {
  if (bytes.includes('refuse me')) return 'INSTREAM size limit exceeded. ERROR'
  return bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
}
