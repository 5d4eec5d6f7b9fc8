import { z } from 'zod'
import { exampleOf } from './example.ts'
import type { Field } from './field.ts'
import { inputOf } from './lifecycle.ts'
import { type AnyRecord, dueAt, fieldsOfRecord } from './record.ts'

const present = (field: Field): z.ZodType => (field.optional ? field.schema.nullable() : field.schema)

/** An input as the API describes it: unknown members are refused, and an example says more than a type. */
const shown = (shape: Record<string, z.ZodType>, example: object): z.ZodObject =>
  z.strictObject(shape).meta({ examples: [example] })

/** What a person may give at creation: fields of others' hands are unknown here, and unknown fields are refused. */
export function createSchema(record: AnyRecord): z.ZodObject {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of fieldsOfRecord(record)) {
    if (field.by === 'system') continue
    shape[name] = field.optional || field.default !== undefined ? present(field).optional() : present(field)
  }
  return shown(shape, exampleOf(record, Object.keys(shape)))
}

/** A change: the version it was made from, and any of the fields a person may change. */
export function updateSchema(record: AnyRecord): z.ZodObject {
  const shape: Record<string, z.ZodType> = { version: z.int().min(1) }
  for (const [name, field] of fieldsOfRecord(record)) {
    if (field.by === 'person') shape[name] = present(field).optional()
  }
  const [first = ''] = Object.keys(shape).filter((name) => name !== 'version')
  return shown(shape, { version: 1, ...exampleOf(record, first === '' ? [] : [first]) })
}

/** What a browser's authenticator answers to a challenge (WebAuthn's AuthenticationResponseJSON). */
export const passkeyAnswerSchema = z.looseObject({
  id: z.string().min(1).max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({
    clientDataJSON: z.string().max(10_000),
    authenticatorData: z.string().max(10_000),
    signature: z.string().max(10_000),
  }),
  clientExtensionResults: z.looseObject({}).default({}),
})

/** How a person proves presence again, when signing or changing how they sign in: by one of these. */
export const signatureSchema = z
  .strictObject({
    password: z.string().min(1).max(1000).optional(),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    passkey: passkeyAnswerSchema.optional(),
  })
  .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
    error: 'password, code or passkey',
  })

/** The body of a verb: the version seen (obligatory when signing), its fields, and the signature it wants. */
export function verbSchema(record: AnyRecord, verb: string): z.ZodObject {
  const transition = record.transitions[verb]
  const shape: Record<string, z.ZodType> = {
    version: transition?.sign ? z.int().min(1) : z.int().min(1).optional(),
  }
  for (const name of inputOf(record, verb)) shape[name] = present(record.fields[name]).optional()
  if (transition?.sign) shape['signature'] = signatureSchema
  const signed = transition?.sign ? { signature: { password: '…' } } : {}
  return shown(shape, { version: 1, ...exampleOf(record, inputOf(record, verb)), ...signed })
}

/** A record as it leaves the server. */
export function rowSchema(record: AnyRecord): z.ZodObject {
  const shape: Record<string, z.ZodType> = {
    id: z.uuid(),
    number: z.string(),
    state: z.enum(record.states as [string, ...string[]]),
    version: z.int(),
    createdAt: z.iso.datetime(),
    createdBy: z.uuid().nullable(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.uuid().nullable(),
  }
  for (const [name, field] of fieldsOfRecord(record)) shape[name] = loose(field)
  if (record.clocks) shape['dueAt'] = loose(dueAt)
  return z.object(shape)
}

/** Stored values were checked when they came in: on the way out the kind is enough, and cheaper. */
function loose(field: Field): z.ZodType {
  const kinds: Partial<Record<Field['kind'], z.ZodType>> = {
    text: z.string(),
    prose: z.string(),
    number: z.number(),
    date: z.iso.date(),
    instant: z.iso.datetime(),
    link: z.string(),
    links: z.array(z.string()),
  }
  const schema = kinds[field.kind] ?? field.schema
  return field.optional ? schema.nullable() : schema
}
