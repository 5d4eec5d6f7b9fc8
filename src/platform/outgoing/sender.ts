import type { OutgoingKind, SettingsOf } from '../../record/outgoing.ts'
import type { Lang } from '../../record/words.ts'

/** One message as it is to arrive. Each kind of channel takes of it what it can carry. */
export interface Letter {
  /** Ours, and the same when it is tried again: a receiver that keeps it takes nothing twice. */
  readonly id: string
  /** An address of the kind the sender reaches; empty where the channel itself is the receiver. */
  readonly to: string
  readonly lang: Lang
  readonly subject: string
  /** Plain text, lines ended by `\n`. */
  readonly text: string
  /** Where to look, a full address; null where there is nothing to open. */
  readonly link: string | null
  /** What happened, for machines that listen; null where no single thing did (a digest). */
  readonly event: Readonly<Record<string, unknown>> | null
  /** Message ids (`<…@…>`) that a mail answers, the oldest first. */
  readonly thread: readonly string[]
  /** The mail address that answers go to; null where they go to the sender's own. */
  readonly replyTo: string | null
}

/** What a channel is set to. */
export interface Setting<K extends OutgoingKind> {
  readonly settings: SettingsOf<K>
  /** Its password or key, where it has one. */
  readonly secret: string | null
}

/** A way out of the house. It keeps nothing in memory that another copy would miss. */
export interface Sender<K extends OutgoingKind = OutgoingKind> {
  /** What a receiver must have; null where the channel itself is the receiver. */
  readonly reaches: 'email' | 'phone' | null
  /** How many a minute the other side takes before it bans; null where nothing is known of it. */
  readonly perMinute: number | null
  /**
   * Hands over one message within `timeout` milliseconds and answers what the other side calls it (of a mail its message id with
   * the angle brackets); null where it names nothing. Throws `Undelivered` where the other side refuses or cannot be reached.
   */
  send(to: Setting<K>, letter: Letter, timeout: number): Promise<string | null>
}

/** A message that did not go out, in the words of whoever refused it. */
export class Undelivered extends Error {
  /** Trying the same again may help: nobody answered, too many, a fault of theirs. False: refused for good. */
  readonly again: boolean
  constructor(reason: string, again: boolean) {
    super(reason)
    this.name = 'Undelivered'
    this.again = again
  }
}
