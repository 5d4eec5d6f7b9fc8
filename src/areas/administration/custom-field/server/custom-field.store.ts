import type { Engine } from '../../../../platform/engine.ts'
import type { CustomField } from '../../../../record/custom.ts'
import type { AnyRecord } from '../../../../record/record.ts'
import '../../server/tables.ts'

/** Keeps the active custom fields at hand, by record: every write asks for them. */
export interface CustomHolder {
  of(record: AnyRecord): readonly CustomField[]
  follow(engine: Engine): Promise<{ stop(): Promise<void> }>
}

export function holdCustomFields(): CustomHolder {
  let held = new Map<string, CustomField[]>()
  return {
    of: (record) => held.get(record.name) ?? [],
    async follow(engine) {
      const load = async () => {
        held = await activeFields(engine)
      }
      await load()
      const again = () => void load().catch((error) => engine.log.error({ err: error }, 'custom fields'))
      const stops = [
        engine.events.on('record', (event) => {
          if (event.record === 'custom-field') again()
        }),
        engine.events.onGap(again),
      ]
      return {
        async stop() {
          for (const stop of stops) stop()
        },
      }
    },
  }
}

async function activeFields(engine: Engine): Promise<Map<string, CustomField[]>> {
  const rows = await engine.db
    .selectFrom('customField')
    .select(['record', 'key', 'name', 'nameEn', 'kind', 'choices', 'required', 'when'])
    .where('state', '=', 'active')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const byRecord = new Map<string, CustomField[]>()
  for (const { record, name, nameEn, choices, ...rest } of rows) {
    const made: CustomField = { ...rest, words: [name, nameEn], choices: choices.map((one) => ({ ...one })) }
    byRecord.set(record, [...(byRecord.get(record) ?? []), made])
  }
  return byRecord
}
