import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import { problemStatus, type Problem, type ProblemCode } from '@samhold/contract';
import { isUnavailable } from '@samhold/db';
import Fastify, { type FastifyError, type FastifyReply, type FastifyServerFactory } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { arrangementRoutes } from './arrangements/routes.ts';
import { badgeRoutes } from './badges/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { caseDocumentRoutes } from './case-documents/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { declareAccess } from './access/declare-access.ts';
import { limitAttempts } from './access/limit-attempts.ts';
import { refusalLine } from './access/refusal-line.ts';
import { checklistRoutes } from './checklist/routes.ts';
import type { Api } from './api.ts';
import { serializerCompiler, validatorCompiler } from './compile-schemas.ts';
import type { Dependencies } from './dependencies.ts';
import { describedAnswers } from './describe-answers.ts';
import { policyOf } from './content-policy.ts';
import { AppError, isUnstorableValue } from './errors.ts';
import { effectRoutes } from './effect/routes.ts';
import { gradeSociogramRoutes } from './grade-sociograms/routes.ts';
import { groundRoutes } from './grounds/routes.ts';
import { healthRoutes } from './health.ts';
import { refuseInsecureOrigins } from './insecure-origin.ts';
import { accessLogRoutes } from './access-log/routes.ts';
import { incidentRoutes } from './incidents/routes.ts';
import { informationLetterRoutes } from './information-letter/routes.ts';
import { investigationRoutes } from './investigations/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { logSettings, type LogStream } from './log-lines.ts';
import { localAccountRoutes } from './local-accounts/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import { nationalSurveyRoutes } from './national-survey/routes.ts';
import { surveyFollowUpRoutes } from './survey-follow-up/routes.ts';
import { measureRoutes } from './measures/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { noteRoutes } from './notes/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { pupilTalkRoutes } from './pupil-talks/routes.ts';
import { pupilRoutes } from './pupils/routes.ts';
import { pupilIdentityRoutes } from './pupil-identities/routes.ts';
import { publicationRoutes } from './publications/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { readAloudRoutes } from './read-aloud/routes.ts';
import { reportRoutes } from './publications/report-routes.ts';
import { responseRoutes } from './responses/routes.ts';
import type { Metrics } from './running/metrics.ts';
import { rightsRoutes } from './rights/routes.ts';
import { rosterRoutes } from './roster/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { schoolRoutes } from './school/routes.ts';
import { serveSecurityText, type SecurityContact } from './security-txt.ts';
import { sessionRoutes } from './session/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { signInMethodRoutes } from './sign-in-method/routes.ts';
import { signalRoutes } from './signals/routes.ts';
import { sociogramRoutes } from './sociograms/routes.ts';
import { readUtf8 } from './utf8-body.ts';
import { serveWeb } from './web.ts';
import { talkRoutes } from './talks/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { wellbeingRoutes } from './wellbeing/routes.ts';
import { yearWheelRoutes } from './year-wheel/routes.ts';

export type AppOptions = {
  /** Writes what failed to standard output, or to a stream. */
  readonly logger?: boolean | LogStream;
  readonly webDirectory?: string;
  readonly serverFactory?: FastifyServerFactory;
  /** How often an address may try in vain within a minute where a code or a secret can be guessed. */
  readonly attemptsPerMinute?: number;
  /** Where a weakness is reported. */
  readonly securityContact?: SecurityContact | undefined;
  /** Addresses of proxies whose word on protocol, host and sender is believed. */
  readonly trustProxy?: readonly string[] | undefined;
  readonly metrics?: Metrics | undefined;
};

const PROBLEM = 'application/problem+json; charset=utf-8';

const problem = (code: ProblemCode, details?: readonly string[]): Problem => ({
  type: `https://samhold.no/problems/${code}`,
  title: code.replaceAll('_', ' '),
  status: problemStatus[code],
  code,
  ...(details === undefined ? {} : { details: [...details] }),
});

const codeByFastifyError: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
};

const loggerOf = ({ logger = false }: AppOptions) =>
  logger === false ? false : logger === true ? logSettings() : logSettings(logger);

const problemOf = (error: FastifyError | AppError): Problem => {
  if (error instanceof AppError) return problem(error.code, error.details);
  const known = codeByFastifyError[error.code];
  if (known !== undefined) return problem(known);
  if (error.validation !== undefined) {
    return problem(
      'invalid_request',
      error.validation.map((fault) => `${fault.instancePath} ${fault.message ?? ''}`.trim()),
    );
  }
  if (error.statusCode !== undefined && error.statusCode < 500) return problem('invalid_request');
  if (isUnstorableValue(error)) return problem('invalid_request');
  return problem(isUnavailable(error) ? 'unavailable' : 'internal');
};

/** The whole HTTP server. A route that declares no access stops it from being built. */
export const buildApp = async (deps: Dependencies, options: AppOptions = {}) => {
  const app = Fastify({
    logger: loggerOf(options),
    bodyLimit: 256 * 1024,
    // One that stops with grace lets requests under way be answered, and what comes on their connections meanwhile.
    forceCloseConnections: deps.progress === undefined ? true : 'idle',
    return503OnClosing: deps.progress === undefined,
    requestTimeout: 30_000,
    // An address that cannot be read, or that no id is as long as, is one that is not there.
    frameworkErrors: (_error, _request, reply) => {
      // Its type would be that of every route's answer at once.
      void (reply as unknown as FastifyReply)
        .code(404)
        .header('content-type', PROBLEM)
        .headers({ 'content-security-policy': policyOf('/api/'), 'x-content-type-options': 'nosniff' })
        .send(problem('not_found'));
    },
    ...(options.trustProxy === undefined ? {} : { trustProxy: [...options.trustProxy] }),
    ...(options.serverFactory === undefined ? {} : { serverFactory: options.serverFactory }),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<FastifyError | AppError>((error, request, reply) => {
    const answer = problemOf(error);
    if (answer.status >= 500) request.log.error({ err: error }, answer.code);
    const refusal = refusalLine(
      { code: answer.code, whose: error instanceof AppError ? error.whose : undefined },
      request,
    );
    if (refusal !== undefined) request.log.warn(refusal, 'refused');
    return reply.code(answer.status).header('content-type', PROBLEM).send(answer);
  });

  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    readUtf8(body, done, (text) => parseJson(request, text, done));
  });

  // The pages carry their own policy with hashes; the header adds what a page cannot say of itself.
  await app.register(helmet, { contentSecurityPolicy: false, hsts: false });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policyOf(request.url));
  });
  refuseInsecureOrigins(app, deps.identityProviders.publicUrl);
  await app.register(cookie);
  await app.register(swagger, describedAnswers());
  options.metrics?.watch(app);
  limitAttempts(app, deps, options.attemptsPerMinute ?? 120);
  declareAccess(app, deps);

  await app.register(
    async (api) => {
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      });
      const slices = [
        sessionRoutes,
        setupRoutes,
        schoolRoutes,
        signInMethodRoutes,
        invitationRoutes,
        localAccountRoutes,
        rightsRoutes,
        rosterRoutes,
        peopleRoutes,
        groundRoutes,
        checklistRoutes,
        badgeRoutes,
        pupilIdentityRoutes,
        calendarRoutes,
        yearWheelRoutes,
        roundRoutes,
        noticeRoutes,
        mailRoutes,
        responseRoutes,
        questionnaireRoutes,
        readAloudRoutes,
        sociogramRoutes,
        gradeSociogramRoutes,
        wellbeingRoutes,
        signalRoutes,
        talkRoutes,
        pupilRoutes,
        noteRoutes,
        accessLogRoutes,
        incidentRoutes,
        informationLetterRoutes,
        pupilTalkRoutes,
        arrangementRoutes,
        publicationRoutes,
        reportRoutes,
        nationalSurveyRoutes,
        surveyFollowUpRoutes,
        measureRoutes,
        effectRoutes,
        meetingRoutes,
        taskRoutes,
        caseRoutes,
        caseDocumentRoutes,
        investigationRoutes,
      ];
      await api.register(healthRoutes(deps));
      await api.register(async (prepared: Api) => {
        prepared.addHook('onRequest', async () => {
          if (deps.progress?.prepared() === false) throw new AppError('unavailable');
        });
        for (const slice of slices) await prepared.register(slice(deps));
      });
    },
    { prefix: '/api/v1' },
  );
  if (options.securityContact !== undefined) serveSecurityText(app, options.securityContact);
  await serveWeb(app, options.webDirectory);
  return app;
};
