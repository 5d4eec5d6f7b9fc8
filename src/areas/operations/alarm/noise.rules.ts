import { z } from 'zod'

/** By what the noise is told apart. */
export const noiseAspects = ['probe', 'component', 'source'] as const
export type NoiseAspect = (typeof noiseAspects)[number]

const figures = {
  alarms: z.int(),
  acknowledged: z.int(),
  /** By themselves, within five minutes: nobody had to do anything. */
  brief: z.int(),
  flapped: z.int(),
  night: z.int(),
}

export const noiseSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  whole: z.object(figures),
  weeks: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), day: z.iso.date(), ...figures })),
  /** The noisiest, most alarms first; null: what has none. Of a probe, with its component. */
  parts: z.array(z.object({ value: z.uuid().nullable(), component: z.uuid().nullable(), ...figures })),
})

export type Noise = z.output<typeof noiseSchema>
export type Figures = Noise['whole']
