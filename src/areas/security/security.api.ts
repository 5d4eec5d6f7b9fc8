/** What of this area somebody has in hand and is relieved of: by record, the field that names them and the verb. */
export const givenBack = [
  {
    record: 'access-grant',
    field: 'person',
    states: ['granted'],
    verb: 'revoke',
    with: { revokeReason: '离岗交接时收回。' },
    /** Decided, and to be done in the system: until then they have it. */
    underWay: ['revoking'],
  },
] as const
