/** What each kind of probe that looks at this machine, or waits to be told, is told itself. */
import { z } from 'zod'
import { wrong } from '../../../../record/problem.ts'
import { shaped } from '../../../../record/shape.ts'
import { downWhen, ofKind, path, percent, seconds, settingsOf, timeoutMs, warnWhen } from './parts.settings.ts'

/** The process named in a pid file runs, and is the one meant: a pid file alone lies once the number is given away again. */
export const processSettings = ofKind(
  'process',
  settingsOf('process', {
    pidFile: shaped(path.clone(), ['进程号文件', 'Pid file']),
    /** Text that the process's command line (its arguments joined by spaces) must contain. */
    commandLine: shaped(z.string().min(1).max(1_000), ['命令行须含', 'Command line contains']),
    timeoutMs,
  }),
)

const bytes = z.int().nonnegative().optional()

/** Free space of the file system that holds `path`, as a share and in bytes; at least one threshold. */
export const diskSettings = ofKind(
  'disk',
  settingsOf('disk', {
    path,
    warnFreePercent: shaped(percent.optional(), ['可用低于则预警(%)', 'Warn below free (%)']),
    downFreePercent: shaped(percent.optional(), ['可用低于则中断(%)', 'Down below free (%)']),
    warnFreeBytes: shaped(bytes.clone(), ['可用低于则预警(字节)', 'Warn below free (bytes)']),
    downFreeBytes: shaped(bytes.clone(), ['可用低于则中断(字节)', 'Down below free (bytes)']),
    timeoutMs,
  }).refine(
    (disk) => [disk.warnFreePercent, disk.downFreePercent, disk.warnFreeBytes, disk.downFreeBytes].some(isGiven),
    wrong('至少须有一个阈值', 'At least one threshold is needed', ['downFreePercent']),
  ),
)

/** A file, or the newest file directly inside a folder, was written lately and is not too small. */
export const fileSettings = ofKind(
  'file',
  settingsOf('file', {
    path,
    maxAgeSeconds: shaped(seconds.clone(), ['最久未更新(秒)', 'Oldest allowed (s)']),
    warnAgeSeconds: shaped(seconds.optional(), ['未更新预警(秒)', 'Warn when older (s)']),
    minBytes: shaped(bytes.clone(), ['至少(字节)', 'At least (bytes)']),
    timeoutMs,
  }),
)

/** How many lines matching a pattern (RE2) were added to a log since the check before; at least one threshold. */
export const logLineSettings = ofKind(
  'log-line',
  settingsOf('log-line', {
    path,
    pattern: shaped(z.string().min(1).max(1_000), ['正则表达式(RE2)', 'Pattern (RE2)']),
    charset: shaped(z.enum(['utf-8', 'gb18030']).default('utf-8'), ['编码', 'Encoding']),
    warnWhen,
    downWhen,
    timeoutMs,
  }).refine(
    ({ warnWhen, downWhen }) => warnWhen !== undefined || downWhen !== undefined,
    wrong('至少须有一个条件', 'At least one condition is needed', ['downWhen']),
  ),
)

/** A Nagios plugin that the server's list of programs declares; its exit code judges. */
export const nagiosSettings = ofKind(
  'nagios',
  settingsOf('nagios', {
    program: shaped(
      z
        .string()
        .regex(/^[a-z][a-z0-9-]*$/)
        .max(100),
      ['插件(programs.json)', 'Plugin (programs.json)'],
    ),
    /** Label of performance data; the first without it. */
    figure: shaped(z.string().min(1).max(100).optional(), ['性能数据项', 'Figure']),
    timeoutMs: shaped(timeoutMs.clone().default(10_000), ['时限(毫秒)', 'Time limit (ms)']),
  }),
)

/** Something outside reports by itself and must not be silent for longer than allowed. */
export const heartbeatSettings = ofKind(
  'heartbeat',
  settingsOf('heartbeat', {
    maxSilenceSeconds: shaped(seconds.clone(), ['最久无上报(秒)', 'Longest silence (s)']),
    warnSilenceSeconds: shaped(seconds.optional(), ['无上报预警(秒)', 'Warn when silent (s)']),
    timeoutMs,
  }),
)

export type ProcessSettings = z.infer<typeof processSettings>
export type DiskSettings = z.infer<typeof diskSettings>
export type FileSettings = z.infer<typeof fileSettings>
export type NagiosSettings = z.infer<typeof nagiosSettings>
export type LogLineSettings = z.infer<typeof logLineSettings>
export type HeartbeatSettings = z.infer<typeof heartbeatSettings>

function isGiven(value: number | undefined): boolean {
  return value !== undefined
}
