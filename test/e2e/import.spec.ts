import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'] });

const header = 'id,agency,unit,service,goal,indicator,desiredDirection,critical,target,actual';
const good = [
  '901,Department of Tides,Harbour,Watch the water,Warn in time,Minutes from high water to warning,Down,Yes,12,4.5',
  '902,Department of Tides,Harbour,Watch the water,Warn in time,Warnings read,Up,No,140000,135207',
  '903,Department of Tides,Piers,Keep piers sound,Mend what breaks,Piers closed,Down,No,,6',
];
const bad = good.with(
  1,
  '902,Department of Tides,Harbour,Watch the water,Warn in time,Warnings read,Up,No,many,1',
);

const file = (name: string, rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\n')),
});

test('one bad row keeps a file out, and the mended file brings its agency in', async ({ page, server }) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation');
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByText('Indicators', { exact: true }).click();
  const chooser = page.locator('input[type="file"]');
  await chooser.setInputFiles(file('tides.csv', bad));
  await page.getByRole('button', { name: 'Try it without changes' }).click();
  await expect(page.getByText('Nothing was imported')).toBeVisible();
  const row = page.getByRole('row', { name: /^3 / });
  await expect(row).toContainText('target');
  await expect(row).toContainText('many');

  await chooser.setInputFiles(file('tides-mended.csv', good));
  await page.getByRole('button', { name: 'Try it without changes' }).click();
  await expect(page.getByText('The file fits; nothing was changed yet')).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await expect(page.getByText('The file is imported')).toBeVisible();

  await page.getByRole('link', { name: 'See the organisation' }).click();
  await page.getByLabel('Search components').fill('Harbour');
  const tree = page.getByRole('tree', { name: 'Organisation' });
  await expect(tree.getByRole('treeitem', { name: /Department of Tides/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /Harbour/ })).toBeVisible();
});

test('a list of an organisation is mapped, tried, its problems saved, and brought in', async ({
  page,
  server,
}) => {
  const head = 'Code,Unit,Type,Reports to,Holder,E-mail';
  const list = [
    'tides,Department of Tides,department,City of New York,Ines Mar,ines.mar@example.com',
    'night,Night watch,team,tides,,',
  ];
  const csv = (name: string, rows: string[]) => ({
    ...{ name, mimeType: 'text/csv', buffer: Buffer.from([head, ...rows].join('\n')) },
  });
  await signInAs(page, server.url, 'admin');
  await page.goto('/import');
  const chooser = page.locator('input[type="file"]');
  await chooser.setInputFiles(csv('bad.csv', [...list, 'x,Extra,depratment,nowhere,,']));
  await expect(page.getByRole('combobox', { name: "Owner's e-mail" })).toHaveValue('E-mail');
  await expect(page.getByText('Such as “Department of Tides”, “Night watch”, “Extra”')).toBeVisible();
  await page.getByRole('button', { name: 'Try it without changes' }).click();
  await expect(page.getByRole('row', { name: /^4 Type/ })).toContainText('Did you mean department?');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the problems' }).click();
  expect((await saved).suggestedFilename()).toBe('problems.csv');

  await chooser.setInputFiles(csv('good.csv', list));
  await page.getByRole('button', { name: 'Try it without changes' }).click();
  await expect(page.getByRole('row', { name: /^Components 2 0 0/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^People 1 0 0/ })).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('The file is imported')).toBeVisible();
  await page.getByRole('link', { name: 'See the organisation' }).click();
  await page.getByRole('button', { name: 'Vacant posts: 1' }).click();
  const tree = page.getByRole('tree', { name: 'Organisation' });
  await expect(tree.getByRole('treeitem', { name: /^Night watch/ })).toBeVisible();
});
