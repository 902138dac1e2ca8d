// Every address and the screen behind it. Screens are fetched when they are first needed.
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { type AskAhead, askForCycle, askForGoals, askForPlans, askForReports } from './ahead.ts';
import { root, signedIn, signIn, welcome } from './frame-routes.tsx';
import { lateScreen } from './parts/late-part.tsx';
import { plansSearch } from './plans-search.ts';
import { fitting, isDay, isOrder, isShort, isWhole, oneOf, texts } from './search-params.ts';
import { CrashScreen } from './shell/CrashScreen.tsx';
import { NotFoundScreen } from './shell/NotFoundScreen.tsx';

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});
const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  staticData: { width: 'bare' },
  validateSearch: fitting(texts('task', 'tab', 'q', 'for', 'due', 'cycle', 'sort', 'group', 'picked'), {
    tab: oneOf('todo', 'waiting', 'done', 'snoozed'),
    due: oneOf('late', 'today', 'this-week', 'later'),
    sort: oneOf('due', 'newest', 'component'),
    group: oneOf('due', 'component', 'stage'),
  }),
  component: lateScreen(() => import('../inbox/InboxScreen.tsx'), 'InboxScreen'),
});
const plans = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans',
  staticData: { width: 'wide', ahead: askForPlans },
  validateSearch: plansSearch,
  component: lateScreen(() => import('../plans/PlansScreen.tsx'), 'PlansScreen'),
});
const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$planId',
  validateSearch: texts('step'),
  component: lateScreen(() => import('../plans/PlanScreen.tsx'), 'PlanScreen'),
});
const feedback = createRoute({
  getParentRoute: () => signedIn,
  path: '/feedback',
  validateSearch: texts('tab', 'write', 'to', 'request'),
  component: lateScreen(() => import('../feedback/FeedbackScreen.tsx'), 'FeedbackScreen'),
});
const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisation',
  validateSearch: fitting(texts('q', 'asOf', 'show', 'view', 'look', 'sort'), {
    q: isShort,
    asOf: isDay,
    look: oneOf('tree', 'table', 'chart'),
    sort: isOrder('name', 'kind', 'parent', 'owner', 'manager', 'score'),
  }),
  component: lateScreen(() => import('../organisation/OrganisationScreen.tsx'), 'OrganisationScreen'),
});
const component = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisation/$componentId',
  validateSearch: fitting(texts('asOf'), { asOf: isDay }),
  component: lateScreen(() => import('../organisation/ComponentScreen.tsx'), 'ComponentScreen'),
});
const goals = createRoute({
  getParentRoute: () => signedIn,
  path: '/goals',
  staticData: { ahead: askForGoals },
  validateSearch: fitting(texts('q', 'dimension', 'show', 'view', 'under', 'asOf'), {
    q: isShort,
    dimension: oneOf('quantity', 'quality', 'cost', 'timeliness'),
    view: oneOf('list', 'cascade', 'matrix'),
    asOf: isDay,
  }),
  component: lateScreen(() => import('../goals/GoalsScreen.tsx'), 'GoalsScreen'),
});
const cycles = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles',
  component: lateScreen(() => import('../cycles/CyclesScreen.tsx'), 'CyclesScreen'),
});
const cycle = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycleId',
  staticData: { width: 'bare', ahead: askForCycle },
  validateSearch: fitting(texts('version', 'look', 'rehearse'), { version: isWhole }),
  component: lateScreen(() => import('../cycles/CycleScreen.tsx'), 'CycleScreen'),
});
const compare = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycleId/compare',
  staticData: { width: 'bare' },
  validateSearch: texts('from', 'to', 'change', 'moves'),
  component: lateScreen(() => import('../compare/CompareScreen.tsx'), 'CompareScreen'),
});
const approval = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycleId/approval',
  staticData: { width: 'bare' },
  validateSearch: texts('request', 'change', 'moves'),
  component: lateScreen(() => import('../approvals/ApprovalScreen.tsx'), 'ApprovalScreen'),
});
const migrate = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycleId/migrate',
  validateSearch: texts('from', 'to', 'migration'),
  component: lateScreen(() => import('../migrate/MigrateScreen.tsx'), 'MigrateScreen'),
});
const gallery = createRoute({
  getParentRoute: () => signedIn,
  path: '/templates',
  component: lateScreen(() => import('../gallery/GalleryScreen.tsx'), 'GalleryScreen'),
});
const launches = createRoute({
  getParentRoute: () => signedIn,
  path: '/launches',
  component: lateScreen(() => import('../launches/LaunchesScreen.tsx'), 'LaunchesScreen'),
});
const newLaunch = createRoute({
  getParentRoute: () => signedIn,
  path: '/launches/new',
  validateSearch: texts('cycle', 'under'),
  component: lateScreen(() => import('../launches/NewLaunchScreen.tsx'), 'NewLaunchScreen'),
});
const launch = createRoute({
  getParentRoute: () => signedIn,
  path: '/launches/$launchId',
  component: lateScreen(() => import('../launches/LaunchScreen.tsx'), 'LaunchScreen'),
});
const calibration = createRoute({
  getParentRoute: () => signedIn,
  path: '/launches/$launchId/calibration',
  validateSearch: texts('group', 'show', 'person'),
  component: lateScreen(() => import('../calibration/CalibrationScreen.tsx'), 'CalibrationScreen'),
});
const sessions = createRoute({
  getParentRoute: () => signedIn,
  path: '/calibrations',
  component: lateScreen(() => import('../calibration/sessions/SessionsScreen.tsx'), 'SessionsScreen'),
});
const session = createRoute({
  getParentRoute: () => signedIn,
  path: '/calibrations/$sessionId',
  validateSearch: texts('show', 'person'),
  component: lateScreen(() => import('../calibration/sessions/SessionScreen.tsx'), 'SessionScreen'),
});
const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  staticData: { ahead: askForReports },
  validateSearch: fitting(texts('tab', 'cycle', 'version', 'under', 'from', 'to', 'attribute'), {
    tab: oneOf('overview', 'progress', 'results', 'ratings'),
    version: isWhole,
    from: isDay,
    to: isDay,
  }),
  component: lateScreen(() => import('../reports/ReportsScreen.tsx'), 'ReportsScreen'),
});
const automations = createRoute({
  getParentRoute: () => signedIn,
  path: '/automations',
  validateSearch: fitting(texts('tab', 'state', 'subscription', 'event', 'hear', 'plan'), {
    tab: oneOf('sources', 'subscriptions', 'deliveries', 'incidents', 'help'),
    state: oneOf('waiting', 'delivered', 'dead'),
  }),
  component: lateScreen(() => import('../automations/AutomationsScreen.tsx'), 'AutomationsScreen'),
});
const importing = createRoute({
  getParentRoute: () => signedIn,
  path: '/import',
  validateSearch: texts('kind'),
  component: lateScreen(() => import('../imports/ImportScreen.tsx'), 'ImportScreen'),
});
const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  validateSearch: fitting(texts('tab', 'q', 'role', 'sort', 'actor', 'action', 'from', 'to'), {
    q: isShort,
    role: oneOf('designer', 'manager', 'employee', 'admin', 'hr'),
    sort: isOrder('name', 'email'),
    from: isDay,
    to: isDay,
  }),
  component: lateScreen(() => import('../settings/SettingsScreen.tsx'), 'SettingsScreen'),
});

const tree = root.addChildren([
  welcome,
  signIn,
  signedIn.addChildren([
    home,
    inbox,
    plans,
    plan,
    feedback,
    organisation,
    component,
    goals,
    cycles,
    cycle,
    compare,
    approval,
    migrate,
    gallery,
    launches,
    newLaunch,
    launch,
    calibration,
    sessions,
    session,
    reports,
    automations,
    importing,
    settings,
  ]),
]);

export const makeAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 30_000,
    scrollRestoration: true,
    defaultErrorComponent: CrashScreen,
    defaultNotFoundComponent: NotFoundScreen,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeAppRouter>;
  }
  interface StaticDataRouteOption {
    /** How wide the content is: for reading, as wide as the window, or without any margin. Default: reading. */
    width?: 'reading' | 'wide' | 'bare';
    /** What a visit that begins here need not wait for. */
    ahead?: AskAhead;
  }
}
