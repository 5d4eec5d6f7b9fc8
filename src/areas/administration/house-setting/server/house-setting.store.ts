import '../../server/tables.ts'
import type { Engine } from '../../../../platform/engine.ts'
import { type Defaults, type Settings, settingsOver } from '../../../../platform/settings/settings.ts'
import type { Setting } from '../../../../record/setting.ts'

/** Keeps what is set at hand, so that whoever asks need not wait; a change is there on every copy as it commits. */
export interface SettingsHolder {
  readonly settings: Settings
  follow(engine: Engine): Promise<{ stop(): Promise<void> }>
}

export function holdSettings(all: readonly Setting[], defaults: Defaults = {}): SettingsHolder {
  let set: ReadonlyMap<string, string> = new Map()
  return {
    settings: settingsOver(all, () => set, defaults),
    async follow(engine) {
      const load = async () => {
        const rows = await engine.db.selectFrom('houseSetting').select(['key', 'value']).execute()
        set = new Map(rows.map(({ key, value }) => [key, value]))
      }
      await load()
      const again = () => void load().catch((error) => engine.log.error({ err: error }, 'settings'))
      const stops = [
        engine.events.on('record', (event) => {
          if (event.record === 'house-setting') again()
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
