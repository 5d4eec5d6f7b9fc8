import { statfs } from 'node:fs/promises'
import type { DiskSettings } from '../../kinds/machine.settings.ts'
import { down, type Finding, noteOf, slow, up } from './check.ts'

/** Free space for ordinary users, as `df` counts it; the value is the free percent. */
export async function diskCheck(settings: DiskSettings): Promise<Finding> {
  try {
    const { bsize, blocks, bfree, bavail } = await statfs(settings.path)
    const usable = blocks - bfree + bavail // without what is kept for root
    return diskFinding(settings, { free: bavail * bsize, total: usable * bsize })
  } catch (error) {
    return down(noteOf(error))
  }
}

/** Judges free and total bytes. A file system of size nought (`/proc`) counts as full. */
export function diskFinding(settings: DiskSettings, { free, total }: { free: number; total: number }): Finding {
  const percent = total > 0 ? Math.round((free / total) * 1_000) / 10 : 0
  const under = (limitPercent = 0, limitBytes = 0) => percent < limitPercent || free < limitBytes
  const note = `${percent} % free`
  if (under(settings.downFreePercent, settings.downFreeBytes)) return down(note, percent)
  if (under(settings.warnFreePercent, settings.warnFreeBytes)) return slow(note, percent)
  return up(note, percent)
}
