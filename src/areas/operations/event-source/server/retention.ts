import { keptFor } from '../../../../platform/retention/retention.ts'

/** What is let go of what sources sent. The events and alarms that came of it are records and stay. */
export const eventRetentions = [
  keptFor(30, {
    code: 'event-delivery',
    words: ['事件来源收到的内容', 'What event sources sent'],
    table: 'event_delivery',
    at: 'at',
    least: 2,
    most: 3_650,
  }),
  // Far longer than any sender waits before it says again what still stands.
  keptFor(90, {
    code: 'event-occurrence',
    words: ['事件的起止', 'When events began and were over'],
    table: 'event_occurrence',
    at: 'last_at',
  }),
]
