/**
 * Where in its interval a probe has its turn, in milliseconds: spread evenly by the id, the same on every server and after
 * every restart, so that a planned instant names one reading whoever takes it.
 */
export function phaseOf(id: string, intervalMs: number): number {
  return Math.floor((fnv1a(id) / 2 ** 32) * intervalMs)
}

/** The first planned instant `phase + k * interval` after `now`; all in milliseconds since 1970. */
export function nextPlanned(phase: number, intervalMs: number, now: number): number {
  return phase + (Math.floor((now - phase) / intervalMs) + 1) * intervalMs
}

/** FNV-1a, 32 bits, with a last mixing (from MurmurHash3) so that ids that differ only at their end spread as well. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
