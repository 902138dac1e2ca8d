import { expect, test } from 'vitest';
import { foreseeGroups, type GivenAnswer, showAnswers } from '../../../engine/index.ts';

test('whoever names raters is told which groups are shown, which as one, and how many are missing', () => {
  expect(foreseeGroups({ peer: 3, report: 4 })).toEqual({
    ...{ apart: ['peer', 'report'], together: [], hidden: [], missing: 0 },
  });
  expect(foreseeGroups({ peer: 2, report: 1 })).toMatchObject({ together: ['peer', 'report'], missing: 0 });
  expect(foreseeGroups({ peer: 5, report: 1 })).toMatchObject({ apart: [], together: ['peer', 'report'] });
  expect(foreseeGroups({ peer: 3, report: 0 })).toMatchObject({ apart: ['peer'], hidden: [] });
  expect(foreseeGroups({ peer: 1, report: 1 })).toEqual({
    ...{ apart: [], together: [], hidden: ['peer', 'report'], missing: 1 },
  });
});

const answer = (authorId: string, level: GivenAnswer['level']): GivenAnswer => ({
  ...{ group: 'peer', authorId, text: authorId, threshold: 3, level },
});

test('how raters see the way of working is shown as counts, and only when every one of them said', () => {
  const three = [answer('a', 'meets'), answer('b', 'meets'), answer('c', 'exceeds')];
  expect(showAnswers(three).shown[0]?.levels).toEqual({ below: 0, meets: 2, exceeds: 1 });
  expect(showAnswers([...three, answer('d', null)]).shown[0]?.levels).toBeNull();
  expect(showAnswers(three.slice(0, 2)).shown).toEqual([]);
});
