/**
 * The connection string of a named database target, from the environment of the server: `TOUCHSTONE_TARGET_RISK_DB`
 * for `risk-db`. It is never kept in the database, where every reader of a probe would find it.
 */
export const targetFrom =
  (environment: Readonly<Record<string, string | undefined>>) =>
  (name: string): string | null =>
    environment[`TOUCHSTONE_TARGET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`] ?? null
