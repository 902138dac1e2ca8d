// Whom feedback can be for: people, and components with whoever answers for them.
import type { Component } from '../../engine/index.ts';
import type { NewFeedback } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

type Place = Pick<Component, 'id' | 'name' | 'kind' | 'ownerId'>;
interface Named {
  id: string;
  name: string;
}

export interface ChosenReceiver extends Named {
  to: NewFeedback['to'];
  /** Whose goals it can be about. */
  componentId: string | null;
}

/** A person's own place rather than a department that they answer for. */
const placeOf = (components: readonly Place[], personId: string): string | null => {
  const owned = components.filter(({ ownerId }) => ownerId === personId);
  return (owned.find(({ kind }) => kind === 'employee') ?? owned[0])?.id ?? null;
};

export function receiverOf(
  value: string | null,
  people: readonly Named[],
  components: readonly Place[],
): ChosenReceiver | null {
  const [kind, id] = value?.split(/:(.*)/s) ?? [];
  if (kind === 'person') {
    const person = people.find((one) => one.id === id);
    return person
      ? { ...person, to: { personId: person.id }, componentId: placeOf(components, person.id) }
      : null;
  }
  const component = components.find((one) => one.id === id);
  if (!component) return null;
  return {
    id: component.id,
    name: component.name,
    to: { componentId: component.id },
    componentId: component.id,
  };
}

export const receiverChoices = (people: readonly Named[], components: readonly Place[], me: string) => [
  {
    group: t('People'),
    items: people
      .filter(({ id }) => id !== me)
      .map(({ id, name }) => ({ value: `person:${id}`, label: name })),
  },
  {
    group: t('Components'),
    items: components
      .filter(({ ownerId, kind }) => ownerId !== me && kind !== 'employee')
      .map(({ id, name }) => ({ value: `component:${id}`, label: name })),
  },
];
