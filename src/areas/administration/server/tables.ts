declare module '../../../platform/tables.ts' {
  interface Tables {}
}

export {}
