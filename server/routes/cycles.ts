// /cycles: drafts that designers save, check and publish, and the versions that plans run on.
import type { Deps } from '../deps.ts';
import { createRouter } from '../http/router.ts';
import { cycleComparison } from './cycle-comparison.ts';
import { cycleDrafts } from './cycle-drafts.ts';
import { cycleVersions } from './cycle-versions.ts';
import { presence } from './presence.ts';
import { askingToPublish } from './publish-requests.ts';
import { replaying } from './replay-cycle.ts';
import { simulating } from './simulate-cycle.ts';

export const cycles = (deps: Deps) =>
  createRouter()
    .route('/', cycleDrafts(deps))
    .route('/', cycleVersions(deps))
    .route('/', simulating(deps))
    .route('/', replaying(deps))
    .route('/', cycleComparison(deps))
    .route('/', presence(deps))
    .route('/', askingToPublish(deps));
