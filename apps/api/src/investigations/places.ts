/** What each sealed value is bound to, so that none opens in another's place. */
export const reasonsPlace = (investigationId: string) =>
  ({ table: 'investigation', column: 'content', row: investigationId }) as const;
export const decisionPlace = (investigationId: string) =>
  ({ table: 'investigation', column: 'decision', row: investigationId }) as const;
export const codePlace = (investigationId: string) =>
  ({ table: 'investigation', column: 'class_code', row: investigationId }) as const;
export const answerPlace = (investigationId: string, pupilId: string, itemId: string) =>
  ({
    table: 'investigation_answer',
    column: 'content',
    row: `${investigationId}.${pupilId}.${itemId}`,
  }) as const;
export const replyPlace = (replyId: string) =>
  ({ table: 'investigation_reply', column: 'content', row: replyId }) as const;
