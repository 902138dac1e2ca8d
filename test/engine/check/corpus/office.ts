// An organisation of five: a whole without a manager, a department that is an only child, teams under one manager,
// a process that nobody owns, and a project whose owner manages it.
import type { Component, Person } from '../../../../engine/index.ts';

const component = (
  id: string,
  kind: Component['kind'],
  parentId: string | null,
  people: { ownerId: string | null; managerId: string | null },
): Component => ({
  id,
  kind,
  name: id[0]?.toUpperCase() + id.slice(1),
  parentId,
  zone: null,
  holidayRegion: null,
  ...people,
});

const person = (id: string, roles: Person['roles']): Person => ({
  id,
  name: `${id} Example`,
  email: `${id}@example.com`,
  roles,
});

export const smallOffice = {
  components: [
    component('city', 'organisation', null, { ownerId: 'mia', managerId: null }),
    component('works', 'department', 'city', { ownerId: 'dan', managerId: 'mia' }),
    component('north', 'team', 'works', { ownerId: 'ann', managerId: 'dan' }),
    component('south', 'team', 'works', { ownerId: 'ben', managerId: 'dan' }),
    component('permits', 'process', 'works', { ownerId: null, managerId: 'dan' }),
    component('solo', 'project', null, { ownerId: 'pia', managerId: 'pia' }),
  ],
  people: [
    person('mia', ['manager']),
    person('dan', ['manager']),
    person('ann', ['employee']),
    person('ben', ['employee']),
    person('pia', ['manager']),
    person('hana', ['hr']),
  ],
};
