import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import smppLib, { type Pdu, type Session } from 'smpp'
import { type Sender, type Setting, Undelivered } from './sender.ts'
import { partHeader, partsOf } from './sms-parts.ts'
import { smsText, wordsOf } from './text.ts'

/**
 * Sends a text by SMPP 3.4: connects, binds, submits, unbinds, each time anew. A text too long for one goes in parts that the
 * telephone puts together. Answers what the gateway calls the first part.
 */
export const smpp: Sender<'smpp'> = {
  reaches: 'phone',
  perMinute: null,
  async send(to, letter, timeout) {
    const destination = numberOf(letter.to)
    return talk(to, timeout, async (ask) => {
      await ask('bind_transceiver', {
        system_id: to.settings.systemId,
        password: to.secret ?? '',
        interface_version: 0x34,
      })
      const { dataCoding, parts } = partsOf(smsText(letter))
      // Of the message, not of the try: a part that arrives twice is then the same part.
      const reference = createHash('sha256').update(letter.id).digest().readUInt8(0)
      const ids: string[] = []
      for (const [index, message] of parts.entries()) {
        const udh = parts.length === 1 ? null : partHeader(reference, parts.length, index + 1)
        const answer = await ask('submit_sm', {
          ...source(to.settings.from),
          ...destination,
          data_coding: dataCoding,
          short_message: udh ? { udh, message } : message,
        })
        ids.push(String(answer['message_id'] ?? ''))
      }
      return ids[0] || null
    })
  },
}

type Ask = (command: 'bind_transceiver' | 'submit_sm', fields: Readonly<Record<string, unknown>>) => Promise<Pdu>

/**
 * Holds a conversation over a connection of its own. The connection ends with the time limit, whatever happens; after a good
 * conversation it says good-bye first.
 */
function talk<T>(
  { settings: { host, port, tls } }: Setting<'smpp'>,
  timeout: number,
  conversation: (ask: Ask) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const session = smppLib.connect({ host, port, tls, ...(isIP(host) === 0 && { servername: host }) }, () => {
      conversation((command, fields) => asked(session, command, fields)).then(
        (result) => {
          resolve(result)
          session.unbind({}, () => session.destroy())
        },
        (error) => {
          reject(error)
          session.destroy()
        },
      )
    })
    const limit = setTimeout(() => session.socket.destroy(new Undelivered('No answer in time', true)), timeout)
    session.on('enquire_link', (pdu: Pdu) => session.send(pdu.response()))
    session.on('error', (error: Error) => {
      reject(error instanceof Undelivered ? error : new Undelivered(wordsOf(error), true))
      session.destroy()
    })
    session.on('close', () => {
      clearTimeout(limit)
      reject(new Undelivered('The gateway hung up', true))
    })
  })
}

function asked(session: Session, ...[command, fields]: Parameters<Ask>): Promise<Pdu> {
  return new Promise((resolve, reject) => {
    session[command](fields, (answer) => {
      if (answer.command_status === 0) resolve(answer)
      else reject(refused(command, answer.command_status))
    })
  })
}

/** Statuses that may be another in a while: busy, full, too many, a fault of theirs. (SMPP 3.4, 5.1.3) */
const passing = [
  'ESME_RSYSERR',
  'ESME_RALYBND',
  'ESME_RBINDFAIL',
  'ESME_RMSGQFUL',
  'ESME_RSUBMITFAIL',
  'ESME_RTHROTTLED',
  'ESME_RX_T_APPN',
  'ESME_RDELIVERYFAILURE',
  'ESME_RUNKNOWNERR',
  'ESME_RSERTYPUNAVAIL',
]

function refused(command: string, status: number): Undelivered {
  const name = Object.keys(smppLib.errors).find((known) => smppLib.errors[known] === status) ?? 'status'
  return new Undelivered(`${command}: ${name} (0x${status.toString(16)})`, passing.includes(name))
}

/** A number with a plus is international; any other is what the gateway takes it for. */
function numberOf(phone: string): object {
  const digits = phone.replace(/[\s()-]/g, '')
  if (!/^\+?\d{3,20}$/.test(digits)) throw new Undelivered('Not a telephone number', false)
  return {
    dest_addr_ton: digits.startsWith('+') ? 1 : 0,
    dest_addr_npi: 1,
    destination_addr: digits.replace('+', ''),
  }
}

/** Digits are a number, whatever else is a name (alphanumeric, of no plan). */
function source(from: string | undefined): object {
  if (from === undefined) return {}
  const number = /^\d+$/.test(from)
  return { source_addr_ton: number ? 0 : 5, source_addr_npi: number ? 1 : 0, source_addr: from }
}
