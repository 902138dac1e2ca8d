// The HTTP application: every resource under /api/v1, every failure a problem document.

import type { MiddlewareHandler } from 'hono';
import { requireFeatures } from './access/features.ts';
import type { Identity } from './access/identity.ts';
import { requireActor } from './access/require-actor.ts';
import { requireSameOrigin } from './access/same-origin.ts';
import type { Deps } from './deps.ts';
import { limitBodies, requireJson } from './http/bodies.ts';
import { onError, onNotFound } from './http/failures.ts';
import { idempotency } from './http/idempotency.ts';
import { requireKindReasons } from './http/kind-reasons.ts';
import { RememberingRouter } from './http/remembering-router.ts';
import { createRouter, type Env } from './http/router.ts';
import { type Books, makeBooks } from './reports/books.ts';
import { absences } from './routes/absences.ts';
import { apiKeys } from './routes/api-keys.ts';
import { attributes } from './routes/attributes.ts';
import { audit } from './routes/audit.ts';
import { auth } from './routes/auth.ts';
import { backups } from './routes/backups.ts';
import { boards } from './routes/boards.ts';
import { calendars } from './routes/calendars.ts';
import { calibrationSessions } from './routes/calibration-sessions.ts';
import { calibrations } from './routes/calibrations.ts';
import { componentFacts } from './routes/component-facts.ts';
import { components } from './routes/components.ts';
import { cycles } from './routes/cycles.ts';
import { deliveries } from './routes/deliveries.ts';
import { digest } from './routes/digest.ts';
import { eventTypes } from './routes/event-types.ts';
import { events } from './routes/events.ts';
import { featureSwitches } from './routes/features.ts';
import { feedback } from './routes/feedback.ts';
import { feedbackRequests } from './routes/feedback-requests.ts';
import { goals } from './routes/goals.ts';
import { hooks } from './routes/hooks.ts';
import { imports } from './routes/imports.ts';
import { inboxFilters } from './routes/inbox-filters.ts';
import { incidents } from './routes/incidents.ts';
import { launches } from './routes/launches.ts';
import { mailTemplates } from './routes/mail-templates.ts';
import { me } from './routes/me.ts';
import { measures } from './routes/measures.ts';
import { migrations } from './routes/migrations.ts';
import { notifications } from './routes/notifications.ts';
import { observations } from './routes/observations.ts';
import { addOpenApi } from './routes/openapi.ts';
import { organisation } from './routes/organisation.ts';
import { people } from './routes/people.ts';
import { planAnswers } from './routes/plan-answers.ts';
import { planCancellation } from './routes/plan-cancellation.ts';
import { planFollowUps } from './routes/plan-follow-ups.ts';
import { planOperation } from './routes/plan-operation.ts';
import { planRetention } from './routes/plan-retention.ts';
import { planVersions } from './routes/plan-versions.ts';
import { plans } from './routes/plans.ts';
import { publishRequests } from './routes/publish-requests.ts';
import { planAppraisal, ratings } from './routes/ratings.ts';
import { reopenings, taskReopenings } from './routes/reopenings.ts';
import { reportMails } from './routes/report-mails.ts';
import { reports } from './routes/reports.ts';
import { retention } from './routes/retention.ts';
import { rewardBudgets, rewards } from './routes/rewards.ts';
import { searching } from './routes/search.ts';
import { settings } from './routes/settings.ts';
import { setup } from './routes/setup.ts';
import { shadows } from './routes/shadows.ts';
import { sources } from './routes/sources.ts';
import { standIns } from './routes/stand-ins.ts';
import { subscriptions } from './routes/subscriptions.ts';
import { system } from './routes/system.ts';
import { taskActs } from './routes/task-acts.ts';
import { leftDrafts, taskDrafts } from './routes/task-drafts.ts';
import { tasks } from './routes/tasks.ts';
import { whatIf } from './routes/what-if.ts';
import { wording } from './routes/wording.ts';

/** Who there is, what they are to achieve, and how it stands. */
const organisationResources = (deps: Deps, books: Books) =>
  createRouter()
    .route('/components', components(deps))
    .route('/components', componentFacts(deps))
    .route('/organisation', organisation(deps, books.rollUps))
    .route('/calendars', calendars(deps))
    .route('/search', searching(deps))
    .route('/people', people(deps))
    .route('/me', me(deps))
    .route('/me', digest(deps))
    .route('/setup', setup(deps))
    .route('/imports', imports(deps))
    .route('/goals', goals(deps))
    .route('/measures', measures(deps))
    .route('/measures', whatIf(deps))
    .route('/observations', observations(deps))
    .route('/attributes', attributes(deps))
    .route('/reports/boards', boards(deps, books))
    .route('/reports', reports(deps, books))
    .route('/report-mails', reportMails(deps));

/** The work of managers and employees. */
const workResources = (deps: Deps) =>
  createRouter()
    .route('/tasks', tasks(deps))
    .route('/tasks', taskActs(deps))
    .route('/tasks', taskReopenings(deps))
    .route('/reopenings', reopenings(deps))
    .route('/tasks', taskDrafts(deps))
    .route('/drafts', leftDrafts(deps))
    .route('/inbox-filters', inboxFilters(deps))
    .route('/absences', absences(deps))
    .route('/stand-ins', standIns(deps))
    .route('/feedback', feedback(deps))
    .route('/feedback-requests', feedbackRequests(deps))
    .route('/rewards', rewards(deps))
    .route('/reward-budgets', rewardBudgets(deps))
    .route('/notifications', notifications(deps))
    .route('/plans', plans(deps))
    .route('/plans', planAnswers(deps))
    .route('/plans', planCancellation(deps))
    .route('/plans', planFollowUps(deps))
    .route('/plans', planRetention(deps))
    .route('/plans', planOperation(deps))
    .route('/plans', planVersions(deps))
    .route('/plans', planAppraisal(deps))
    .route('/ratings', ratings(deps))
    .route('/wording', wording(deps))
    .route('/incidents', incidents(deps));

/** Cycles, what goes in and out by itself, and the settings of all. */
const serverResources = (deps: Deps) =>
  createRouter()
    .route('/subscriptions', subscriptions(deps))
    .route('/event-types', eventTypes())
    .route('/deliveries', deliveries(deps))
    .route('/sources', sources(deps))
    .route('/hooks', hooks(deps))
    .route('/events', events(deps))
    .route('/cycles', cycles(deps))
    .route('/publish-requests', publishRequests(deps))
    .route('/settings', settings(deps))
    .route('/launches', launches(deps))
    .route('/launches', calibrations(deps))
    .route('/calibration-sessions', calibrationSessions(deps))
    .route('/migrations', migrations(deps))
    .route('/shadows', shadows(deps));

/** What runs the server, for administrators. */
const administration = (deps: Deps) =>
  createRouter()
    .route('/api-keys', apiKeys(deps))
    .route('/audit', audit(deps))
    .route('/backups', backups(deps))
    .route('/mail-templates', mailTemplates(deps))
    .route('/system', system(deps))
    .route('/retention', retention(deps))
    .route('/features', featureSwitches(deps));

const resources = (deps: Deps, books: Books) =>
  createRouter()
    .route('/', organisationResources(deps, books))
    .route('/', workResources(deps))
    .route('/', serverResources(deps))
    .route('/', administration(deps));

/** What anybody may ask for; a hook is signed instead. */
const isOpen = (path: string): boolean => /^\/api\/v1\/(setup|hooks|schemas|openapi\.json)(\/|$)/.test(path);
const isHook = (path: string): boolean => path.startsWith('/api/v1/hooks/');

/** What a request goes through before its route. In one function, since each layer of its own costs every request. */
function admit(deps: Deps, identity: Identity): MiddlewareHandler<Env> {
  const keyed = idempotency(deps);
  return async (c, next) => {
    const { path } = c.req;
    if (!isHook(path)) {
      requireSameOrigin(c, deps.site);
      await requireJson(c);
    }
    if (isOpen(path) || !path.startsWith('/api/v1/')) return next();
    const setCookie = (cookie: string) => c.header('set-cookie', cookie, { append: true });
    const actor = await requireActor(identity, c.req.raw.headers, setCookie);
    c.set('actor', actor);
    await requireFeatures(deps.store, path, actor);
    await requireKindReasons(c);
    return keyed(c, next);
  };
}

interface Around {
  observe?: MiddlewareHandler<Env>;
  books?: Books;
}

export function makeApp(deps: Deps, identity: Identity, { observe, books = makeBooks(deps) }: Around = {}) {
  const app = createRouter(new RememberingRouter());
  app.onError(onError(deps));
  app.notFound(onNotFound(deps));
  app.use((c, next) => {
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'no-store');
    return observe ? observe(c, next) : next();
  });
  app.use('/api/*', limitBodies(admit(deps, identity)));
  const routed = app.route('/api/auth', auth(deps)).route('/api/v1', resources(deps, books));
  addOpenApi(routed);
  return routed;
}

/** What a typed client is made from. @public */
export type AppType = ReturnType<typeof makeApp>;
