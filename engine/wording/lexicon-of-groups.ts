// How a group of raters is named in a text: what is said of one that is too small to be shown gives it away.
import type { RaterGroup } from '../model/rating.ts';

export const groupWords: Readonly<Partial<Record<RaterGroup, readonly string[]>>> = {
  peer: ['your peers', 'one of your peers', 'the peers', 'a peer'],
  report: ['your reports', 'one of your reports', 'a report of yours'],
  customer: ['your customers', 'one of your customers'],
};
