import type { Database, Queue } from '@samhold/db';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Api } from '../api.ts';

export type Metrics = {
  readonly contentType: string;
  readonly text: () => Promise<string>;
  /** Counts the requests of a server, by the pattern of their route; an address itself may hold an id or a secret. */
  readonly watch: (app: Api) => void;
  readonly watchConnections: (db: Pick<Database, 'connections'>) => void;
  readonly jobDone: (queue: Queue, seconds: number, succeeded: boolean) => void;
  readonly backupWritten: (at: Date) => void;
};

const PARTS = '/api/v1/responses/:responseId/parts';
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Figures of this process for Prometheus. Labels are words of the program only: no id, name, school or address. */
export const openMetrics = (): Metrics => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'samhold_request_seconds',
    help: 'From a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const streams = new Gauge({
    name: 'samhold_event_streams',
    help: 'Pages that follow a live status now.',
    registers,
  });
  const handedIn = new Counter({
    name: 'samhold_answer_parts_acknowledged_total',
    help: 'Requests with parts of responses that were acknowledged to a tablet.',
    registers,
  });
  const jobs = new Histogram({
    name: 'samhold_job_seconds',
    help: 'Time of a job, by its queue and whether it succeeded.',
    labelNames: ['queue', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const lastJob = new Gauge({
    name: 'samhold_job_last_success_timestamp_seconds',
    help: 'When a job of the queue last succeeded in this process.',
    labelNames: ['queue'],
    registers,
  });
  // There from the first backup on: where none are taken nobody is to be called at night for the age of one.
  let newestBackup: Gauge | undefined;
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    watch: (app) => {
      app.addHook('onSend', async (_request, reply) => {
        if (!String(reply.getHeader('content-type')).startsWith('text/event-stream')) return;
        streams.inc();
        reply.raw.once('close', () => streams.dec());
      });
      app.addHook('onResponse', async (request, reply) => {
        // A stream lasts as long as somebody watches, which says nothing of how fast the server is.
        if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return;
        const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
        const status = String(reply.statusCode);
        requests.observe({ method: request.method, route, status }, reply.elapsedTime / 1_000);
        if (route === PARTS && reply.statusCode === 200) handedIn.inc();
      });
    },
    watchConnections: (db) => {
      new Gauge({
        name: 'samhold_database_connections',
        help: 'Connections to the database in use and idle, and requests that wait for one.',
        labelNames: ['state'],
        registers,
        collect() {
          for (const [state, count] of Object.entries(db.connections())) this.set({ state }, count);
        },
      });
    },
    jobDone: (queue, seconds, succeeded) => {
      jobs.observe({ queue, outcome: succeeded ? 'succeeded' : 'failed' }, seconds);
      if (succeeded) lastJob.setToCurrentTime({ queue });
    },
    backupWritten: (at) => {
      newestBackup ??= new Gauge({
        name: 'samhold_backup_newest_timestamp_seconds',
        help: 'When the newest backup was written, by whichever process.',
        registers,
      });
      newestBackup.set(at.getTime() / 1_000);
    },
  };
};
