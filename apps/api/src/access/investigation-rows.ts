import type { AccessRow } from './seats.ts';

type Rows = Readonly<Record<'opens' | 'carries' | 'leads' | 'reads', AccessRow>>;

export const investigationRows = ({ opens, carries, leads, reads }: Rows) => ({
  // In a case the contact teacher takes part in and reads what pupils answered; the social teacher carries it.
  'GET /api/v1/cases/:caseId/investigations': opens,
  'GET /api/v1/cases/:caseId/investigations/offer': carries,
  'POST /api/v1/cases/:caseId/investigations': carries,
  'GET /api/v1/investigations/:investigationId': opens,
  'POST /api/v1/investigations/:investigationId/decision': leads,
  'POST /api/v1/investigations/:investigationId/open': opens,
  'POST /api/v1/investigations/:investigationId/end': carries,
  'PUT /api/v1/investigations/:investigationId/readers': carries,
  'POST /api/v1/investigations/:investigationId/answers': reads,
  'POST /api/v1/investigations/:investigationId/replies': reads,
});
