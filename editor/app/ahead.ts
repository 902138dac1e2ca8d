// What a visit begins with is asked for at once: who looks, the screen of the address, and what is shown on it. In a
// row, each would wait until the one before it is drawn.
import { type QueryClient, QueryObserver } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { tabQuery } from '../safe/use-tab.ts';
import { cyclesQuery, cycleVersionQuery, draftQuery } from './api/cycle-queries.ts';
import { meQuery, setupQuery } from './api/session-queries.ts';
import type { Me } from './api/wire.ts';

/** Of the address: what is in its path, and behind its question mark. */
export interface Address {
  params: Partial<Record<string, string>>;
  search: Partial<Record<string, string>>;
}

type Release = () => void;
const ignored = () => undefined;

/** Begins what a screen needs. Where that fails, the screen asks again and says so. */
export type AskAhead = (client: QueryClient, address: Address) => Release;

/** A cycle's draft with its editor, or one of its versions with the plans on it. */
export const askForCycle: AskAhead = (client, { params: { cycleId = '' }, search: { version } }) => {
  // Watched, since a draft that nobody looks at is forgotten at once.
  if (!version) {
    const release = new QueryObserver(client, draftQuery(cycleId)).subscribe(ignored);
    void client.prefetchQuery(tabQuery);
    import('../canvas/CycleEditor.tsx').catch(ignored);
    return release;
  }
  const release = new QueryObserver(client, cycleVersionQuery(cycleId, Number(version))).subscribe(ignored);
  import('../cycles/VersionView.tsx').catch(ignored);
  return release;
};

/**
 * For who is somebody: the others are led elsewhere. What comes stays fresh until the screen is there. The questions
 * themselves are fetched while it is found out who that is.
 */
const whenKnown =
  <Questions>(
    load: () => Promise<Questions>,
    ask: (
      client: QueryClient,
      questions: Questions,
      given: { search: Address['search']; me: Me },
    ) => Promise<unknown>,
  ): AskAhead =>
  (client, { search }) => {
    Promise.all([client.ensureQueryData(meQuery), load()])
      .then(([me, questions]) => ask(client, questions, { search, me }))
      .catch(ignored);
    return ignored;
  };

export const askForPlans = whenKnown(
  () => import('../plans/shown-plans.ts'),
  async (client, { cyclePlansQuery, shownPlansQuery }, { search }) => {
    const asked = [shownPlansQuery(search), ...(search.cycle ? [cyclePlansQuery(search, search.cycle)] : [])];
    await Promise.all(asked.map((query) => client.prefetchInfiniteQuery(query)));
  },
);

export const askForGoals = whenKnown(
  () => import('../goals/goal-queries.ts'),
  async (client, { cascadeQuery, goalGroupsQuery, matrixQuery }, { search: { view, under, ...filter } }) => {
    if (view === 'cascade') await client.prefetchInfiniteQuery(cascadeQuery(filter.asOf));
    else if (view === 'matrix') await client.prefetchInfiniteQuery(matrixQuery(under, filter.asOf));
    else await client.prefetchInfiniteQuery(goalGroupsQuery(filter));
  },
);

/** Of the tab that is shown. */
export const askForReports = whenKnown(
  () => Promise.all([import('./api/board-queries.ts'), import('./api/report-queries.ts')]),
  async (client, [boards, { rollUpQuery }], { search: { tab = 'overview', ...search }, me }) => {
    const { attributeIn, attributesQuery, boardQuery } = boards;
    void client.prefetchQuery(cyclesQuery);
    const filter = boards.reportFilterOf(search);
    if (tab === 'overview' && !boards.isNarrowed(filter)) void client.prefetchQuery(rollUpQuery());
    for (const board of boards.boardsIn(tab, me.permissions))
      void client.prefetchQuery(boardQuery(board, filter));
    // While the server works on that.
    import('../reports/Bars.tsx').catch(ignored);
    if (tab !== 'ratings' || !me.permissions.includes('attributes.read')) return;
    const chosen = attributeIn(await client.ensureQueryData(attributesQuery), search.attribute);
    await client.prefetchQuery(boardQuery('groups', { ...filter, attribute: chosen?.id }));
  },
);

/** Until the screen is drawn, and looks after itself. */
export function askAhead(router: AnyRouter, client: QueryClient): void {
  void client.prefetchQuery(meQuery);
  void client.prefetchQuery(setupQuery);
  for (const { routeId, params, search } of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[routeId];
    // First what the server has to work on: to name the many files of a screen takes a while.
    const release = route?.options.staticData?.ahead?.(client, { params, search });
    if (release) router.subscribe('onRendered', release);
    router.loadRouteChunk(route)?.catch(ignored);
  }
}
