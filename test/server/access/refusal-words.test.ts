import { describe, expect, test } from 'vitest';
import { retelling } from '../../../editor/language/retell/german.ts';
import { refusalOf } from '../../../server/access/permission-words.ts';
import { type Permission, permissions } from '../../../server/access/permissions.ts';

import { makeTestApp } from '../../support/server.ts';

const all = Object.keys(permissions) as Permission[];

test('who may not is told what it is, who may, and who gives roles', async () => {
  const { send } = await makeTestApp({ id: 'eve', name: 'Eve', roles: ['employee'] });
  const { status, body } = await send('GET', '/api/v1/launches');
  expect([status, body.detail]).toEqual([
    403,
    'Only administrators, HR and designers may see launches. An administrator gives roles to people.',
  ]);
  expect(refusalOf('attributes.read')).toMatch(/^Only HR may see attributes of people\./);
});

describe('no refusal names a permission by its key, and each is in German:', () => {
  test.each(all)('%s', (permission) => {
    expect(refusalOf(permission)).not.toContain(permission);
    const told = retelling(refusalOf(permission)) ?? '';
    expect(told).toMatch(/^[A-ZÄÖÜ].*: Das ist vorbehalten: [A-ZÄÖÜ].*\. /);
    expect(told).not.toMatch(/administrators|HR|designers|managers|employees/);
  });
});
