import { features } from '../../server/access/feature-names.ts';

/** As an organisation is that turned nothing off. */
export const allInUse = Object.fromEntries(features.map((feature) => [feature, true]));
