import { fold } from '../../../record/fold.ts'

/** What tags of a prefix begin with: `SRV` gives `SRV-`; one that ends in a sign of its own keeps it. */
export const tagStart = (prefix: string): string => fold(prefix).replace(/[\p{L}\p{N}]$/u, '$&-')

/** The nth of them: `SRV-00042`. */
export const tagAt = (prefix: string, n: number): string => tagStart(prefix) + String(n).padStart(5, '0')
