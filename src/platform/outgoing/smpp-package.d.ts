/** The part of the package that is used; it comes without types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server, Socket } from 'node:net'

  /** A unit of the protocol, with the fields of its command. */
  export interface Pdu {
    readonly command: string
    /** 0 is a success, in answers. */
    readonly command_status: number
    readonly [field: string]: unknown
    response(fields?: Readonly<Record<string, unknown>>): Pdu
  }

  type Command = (fields: Readonly<Record<string, unknown>>, answered?: (pdu: Pdu) => void) => boolean

  export interface Session extends EventEmitter {
    readonly socket: Socket
    readonly bind_transceiver: Command
    readonly submit_sm: Command
    readonly unbind: Command
    send(pdu: Pdu): boolean
    close(): void
    destroy(): void
  }

  interface Smpp {
    connect(options: { host: string; port: number; tls: boolean; servername?: string }, connected: () => void): Session
    createServer(listener: (session: Session) => void): Server
    createServer(options: { key: string; cert: string }, listener: (session: Session) => void): Server
    /** Names of statuses (`ESME_ROK`), and their numbers. */
    readonly errors: Readonly<Record<string, number>>
    readonly encodings: { readonly ASCII: Encoding }
  }

  interface Encoding {
    match(text: string): boolean
    encode(text: string): Buffer
  }

  const smpp: Smpp
  export default smpp
}
