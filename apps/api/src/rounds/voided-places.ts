export const reasonPlace = (voidId: string) =>
  ({ table: 'voided_response', column: 'reason', row: voidId }) as const;

export const contentPlace = (voidId: string) =>
  ({ table: 'voided_response', column: 'content', row: voidId }) as const;
