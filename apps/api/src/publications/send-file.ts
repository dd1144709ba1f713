import type { FastifyReply } from 'fastify';
import type { ReportFile } from './report-files/report-file.ts';

export const sendFile = (reply: FastifyReply, { name, type, body }: ReportFile) =>
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(body);
