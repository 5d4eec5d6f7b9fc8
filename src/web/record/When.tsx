import { showInstant } from '../format/time.ts'

/** When something happened, at the end of its line. */
export const When = ({ at }: { at: string }) => (
  <time dateTime={at} className="ts-quiet ts-figures">
    {showInstant(at, true)}
  </time>
)
