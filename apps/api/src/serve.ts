import type { Keyring, Migration } from '@samhold/db';
import { buildApp } from './app.ts';
import type { BackupSettings } from './backups/take-due.ts';
import { runDueWork } from './clock/due-work.ts';
import { startClock, type Clock } from './clock/start-clock.ts';
import type { Certificate } from './certificate.ts';
import { prepareDemo, refuseDemoSchool, signInByDemo } from './demo/prepare-demo.ts';
import type { Dependencies } from './dependencies.ts';
import { isReady } from './health.ts';
import { publishQuestionnaires } from './questionnaires/service.ts';
import { lateJobs } from './running/late-jobs.ts';
import type { Metrics } from './running/metrics.ts';
import { openDependencies } from './running/open-dependencies.ts';
import { openProgress } from './running/progress.ts';
import { serverOf } from './running/server-of.ts';
import { stopWithGrace } from './running/stop-with-grace.ts';
import { needMigrations, whenAvailable } from './running/when-available.ts';
import type { FeideService } from './session/feide.ts';
import { offerSetupLink } from './setup/service.ts';

export type ServeOptions = {
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly port: number;
  /** Undefined: every address of the machine. A demo listens on loopback whatever this says. */
  readonly host?: string | undefined;
  readonly publicUrl: string;
  readonly webDirectory: string;
  /** Loads the demo school into an empty database and signs in by its provider; listens on loopback only. */
  readonly demo: boolean;
  readonly tls?: Certificate | undefined;
  readonly trustProxy?: readonly string[] | undefined;
  readonly mail?: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** Takes backups by itself. */
  readonly backups?: BackupSettings | undefined;
  /** Where it is kept, day by day, how far the access log had come. */
  readonly logHeadsDirectory?: string;
  /** Where a weakness is reported, `mailto:` or `https:`. */
  readonly securityContact?: string | undefined;
  /** Leaves the jobs to other processes. */
  readonly addsJobsOnly?: boolean;
  /** What the database must have before requests are taken; left out where whoever starts this has just migrated. */
  readonly migrations?: readonly Migration[];
  readonly metrics?: Metrics | undefined;
  /** Ends the wait for a database. */
  readonly signal?: AbortSignal;
  /** How long it says that it is not ready before it closes its port, for a balancer to see it. */
  readonly drainSeconds?: number;
  /** How long requests under way may then take. */
  readonly graceSeconds?: number;
  /** Stands in for Feide; it is Feide itself when left out. */
  readonly feide?: FeideService | undefined;
  /** The clock on the wall when left out. */
  readonly now?: () => Date;
  readonly log: (line: string) => void;
};

export type Served = {
  readonly address: string;
  /** The first administrator's one-time link, as long as nobody can sign in. */
  readonly setupLink: string | undefined;
  /** Does at once what the clock owes every school. */
  readonly runDueWork: () => Promise<void>;
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Listens, waits for its database where it is away, fills it when it is a demo, and takes requests. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const { publicUrl, log, mail } = options;
  const progress = openProgress();
  const queue = lateJobs();
  const opened = openDependencies(options);
  const withoutDemo: Dependencies = {
    ...opened,
    progress,
    audits: queue,
    ...(mail === undefined ? {} : { mail: queue }),
  };
  const { db, now } = opened;
  options.metrics?.watchConnections(db);
  const closing: (() => Promise<void>)[] = [(): Promise<void> => db.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.toReversed()) await close();
  };
  const prepare = async (): Promise<void> => {
    await needMigrations(db, options.migrations);
    await publishQuestionnaires(db);
  };
  const start = async (): Promise<Served> => {
    if (options.demo) await prepare();
    const demo = await prepareDemo(options, withoutDemo);
    const given = demo === undefined ? withoutDemo : signInByDemo(withoutDemo, demo);
    const app = await buildApp(given, {
      logger: true,
      webDirectory: options.webDirectory,
      trustProxy: options.trustProxy,
      metrics: options.metrics,
      ...(options.securityContact === undefined
        ? {}
        : { securityContact: { contact: options.securityContact, publicUrl, now } }),
      serverFactory: serverOf(demo, options.tls),
    });
    closing.push(() => stopWithGrace(app, progress, options));
    const host = demo === undefined ? (options.host ?? '0.0.0.0') : 'localhost';
    const address = new URL(await app.listen({ port: options.port, host }));
    // The server made above may speak TLS, which the framework does not know.
    if (options.tls !== undefined) address.protocol = 'https:';
    const attempt = async (): Promise<Clock> => {
      await prepare();
      if (!options.demo) await refuseDemoSchool(given);
      return startClock(given, {
        databaseUrl: options.databaseUrl,
        ...(mail === undefined ? {} : { mail: { ...mail, publicUrl } }),
        backups: options.backups,
        addsOnly: options.addsJobsOnly,
        jobDone: options.metrics?.jobDone,
        backupWritten: options.metrics?.backupWritten,
        log,
      });
    };
    const clock = await whenAvailable(attempt, { log, signal: options.signal });
    // After the requests, which may add jobs.
    closing.splice(1, 0, () => clock.stop(options.graceSeconds));
    if (clock.deps.audits !== undefined) queue.arrive(clock.deps.audits);
    progress.markPrepared();
    const setupLink = demo === undefined ? await offerSetupLink(given) : undefined;
    if (setupLink !== undefined)
      log(`Lag den første administratoren her. Lenken virker én gang, i 24 timer:\n${setupLink}`);
    return {
      address: address.origin,
      setupLink,
      runDueWork: () => runDueWork(clock.deps),
      ready: () => isReady(given),
      close: closeAll,
    };
  };
  return start().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
};
