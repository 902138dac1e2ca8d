// What follows a move, in sentences: tasks that go to somebody else, plans that come under another calendar.
import type { ChangePreview } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';

type MovedTask = ChangePreview['tasks'][number];

export interface HandOver {
  key: string;
  words: string;
  titles: string[];
}

const nobody = t('nobody');

/** One line for each pair of who had them and who gets them. */
export function handOvers(tasks: readonly MovedTask[]): HandOver[] {
  const pairs = Map.groupBy(tasks, ({ from, to }) => `${from?.id ?? ''} ${to?.id ?? ''}`);
  return [...pairs].map(([key, moved]) => ({
    key,
    words: t('{count, plural, one {# open task goes} other {# open tasks go}} from {from} to {to}.', {
      count: moved.length,
      from: moved[0]?.from?.name ?? nobody,
      to: moved[0]?.to?.name ?? nobody,
    }),
    titles: moved.map(({ title, component }) =>
      t('{title} ({component})', { title, component: component.name }),
    ),
  }));
}

type Calendar = ChangePreview['calendars'][number]['to'];
const inWords = ({ zone, holidayRegion }: Calendar): string =>
  holidayRegion === null
    ? t('{zone}, no public holidays', { zone })
    : t('{zone}, public holidays of {region}', { zone, region: holidayRegion });

/** One line for each calendar that plans change to. */
export function calendarChanges(calendars: ChangePreview['calendars']): string[] {
  const ways = Map.groupBy(calendars, ({ from, to }) => JSON.stringify([inWords(from), inWords(to)]));
  return [...ways.values()].flatMap((changed) => {
    const [first] = changed;
    if (!first) return [];
    return t(
      '{count, plural, one {The plan of {component} changes} other {# plans change}} calendars: {from} becomes {to}.',
      {
        count: changed.length,
        component: first.component.name,
        from: inWords(first.from),
        to: inWords(first.to),
      },
    );
  });
}
