// Whom feedback can be for: people, and components with whoever answers for them. Both are found by what is typed.
import { useQuery } from '@tanstack/react-query';
import { componentsFoundQuery } from '../app/api/choice-queries.ts';
import type { ComponentChoice, NewFeedback } from '../app/api/wire.ts';
import { useComponentChosen, useComponentsFound } from '../app/parts/use-components-found.ts';
import { useNames } from '../app/parts/use-names.ts';
import { type Named, usePeopleFound } from '../app/parts/use-people-found.ts';
import { t } from '../language/index.ts';

export interface ChosenReceiver extends Named {
  to: NewFeedback['to'];
  /** Whose goals it can be about. */
  componentId: string | null;
}

/** A person's own place rather than a department that they answer for. */
export const placeOf = (owned: readonly Pick<ComponentChoice, 'id' | 'kind'>[]): string | null =>
  (owned.find(({ kind }) => kind === 'employee') ?? owned[0])?.id ?? null;

/** `value` is person:id or component:id; null until what it stands for is known. */
export function useReceiver(value: string | null): ChosenReceiver | null {
  const [kind, id = ''] = value?.split(/:(.*)/s) ?? [];
  const isPerson = kind === 'person';
  const name = useNames([isPerson ? id : null]).get(id);
  const owned = useQuery({ ...componentsFoundQuery('', { ownerId: id }), enabled: isPerson }).data;
  const component = useComponentChosen(kind === 'component' ? id : null);
  if (isPerson && name !== undefined && owned)
    return { id, name, to: { personId: id }, componentId: placeOf(owned) };
  if (!component) return null;
  return {
    id: component.id,
    name: component.name,
    to: { componentId: component.id },
    componentId: component.id,
  };
}

interface Choice {
  value: string;
  label: string;
}

/** In two groups; what is chosen is among them whatever is typed, so that the field can say it. */
export function receiverChoices(
  people: readonly Named[],
  components: readonly Named[],
  { me, chosen }: { me: string; chosen: Choice | null },
): { group: string; items: Choice[] }[] {
  const items = (kind: 'person' | 'component', found: readonly Named[]): Choice[] => {
    const choices = found.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name }));
    const isMissing =
      chosen?.value.startsWith(`${kind}:`) && choices.every((one) => one.value !== chosen.value);
    return isMissing && chosen ? [chosen, ...choices] : choices;
  };
  return [
    {
      group: t('People'),
      items: items(
        'person',
        people.filter(({ id }) => id !== me),
      ),
    },
    { group: t('Components'), items: items('component', components) },
  ];
}

export function useReceiversFound(typed: string, me: string) {
  const people = usePeopleFound(typed);
  const among = { notOwnerId: me, withoutKind: 'employee' as const };
  return { people, components: useComponentsFound(typed, { among, enabled: true }) };
}
