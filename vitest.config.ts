import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes a minute or more, longest first. */
const long = [
  ...[
    'src/app/api.db.test.ts',
    'run/server/crash.db.test.ts',
    'src/app/contract.db.test.ts',
    'backup/backup.db.test.ts',
  ],
  ...['server/judge.db.test.ts', 'server/storm.db.test.ts', 'demo/demo.db.test.ts', 'cli/cli.db.test.ts'],
  ...['e2e/trading-day', 'e2e/bulletin-to-review', 'e2e/drill', 'e2e/accessible', 'e2e/lists'],
]

/** What takes longest begins first, so that no worker is left with it when the others have done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((one) => moduleId.includes(one))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    pool: 'forks',
    // More than there are cores: real processes and browsers mostly wait.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // Rules, language, calendars: pure, in milliseconds. What modules hold is the same for all files of a gate, so a worker loads
        // them once.
        test: {
          name: 'unit',
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        // Against a real PostgreSQL; each test copies a migrated database of its own.
        test: {
          name: 'database',
          isolate: false,
          include: ['src/**/*.db.test.ts'],
          globalSetup: ['src/testing/database.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        // The practice floor's real processes.
        test: { name: 'sim', include: ['sim/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        // Whole stories in Chromium; each file starts its own server, most of them on a copy of one demo firm.
        test: {
          name: 'journeys',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/support/firm.setup.ts'],
          // A screen that waits for the server on a busy machine.
          expect: { poll: { timeout: 30_000 } },
          testTimeout: 300_000,
          hookTimeout: 1_200_000,
        },
      },
    ],
  },
})
