// Which parts of the product an organisation may do without, and the routes that go with each.
import { ProblemError } from '../problem.ts';
import { readFeatures } from '../store/queries/settings.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type Feature, features } from './feature-names.ts';

const routesOf: Record<Feature, string> = {
  'calibration-sessions': '/calibration-sessions',
  'feedback-requests': '/feedback-requests',
  recognition: '/rewards',
  digests: '/me/digest',
  'report-mails': '/report-mails',
  'api-keys': '/api-keys',
};
const byRoute = features.map((feature) => {
  const path = `/api/v1${routesOf[feature]}`;
  return { feature, path, below: `${path}/` };
});

const refusals: Record<Feature, string> = {
  'calibration-sessions':
    'This organisation holds no calibration sessions in Cyclewright; nothing was changed. An administrator turns them on under Settings › Organisation.',
  'feedback-requests':
    'Nobody asks for feedback in this organisation; nothing was changed. An administrator turns it on under Settings › Organisation.',
  recognition:
    'This organisation has no wall of recognition; nothing was changed. An administrator turns it on under Settings › Organisation.',
  digests:
    'This organisation sends no mail of what is due; nothing was changed. An administrator turns it on under Settings › Organisation.',
  'report-mails':
    'This organisation sends no reports by mail; nothing was changed. An administrator turns them on under Settings › Organisation.',
  'api-keys':
    'This organisation uses no API keys; nothing was changed. An administrator turns them on under Settings › Organisation.',
};

const featureAt = (path: string): Feature | null =>
  byRoute.find((one) => path === one.path || path.startsWith(one.below))?.feature ?? null;

/** What the request needs that an organisation may have turned off; a key needs that keys are used. */
const needed = (path: string, actor: Actor): Feature[] => {
  const feature = featureAt(path);
  return [...(actor.grants ? ['api-keys' as const] : []), ...(feature ? [feature] : [])];
};

/** @throws ProblemError turned-off, with who can turn it on. */
export async function requireFeatures(store: Store, path: string, actor: Actor): Promise<void> {
  const wanted = needed(path, actor);
  if (wanted.length === 0) return;
  const used = await store.read(readFeatures);
  const off = wanted.find((feature) => !used[feature]);
  if (off) throw new ProblemError('turned-off', refusals[off]);
}
