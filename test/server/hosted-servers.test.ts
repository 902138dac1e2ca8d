import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startHost } from '../support/hosted-servers.ts';

/** A process of its own, on a machine that may be busy with other tests. */
vi.setConfig({ testTimeout: 120_000 });

const token = 'an-admin-token-for-tests';

test('what a server says is told apart from the words of the next in its process, whose end is told too', async () => {
  const host = startHost();
  onTestFinished(host.end);
  const env = { CYCLEWRIGHT_ADMIN_TOKEN: token };
  const first = await host.start(['--clean'], { env });
  const second = await host.start(['--clean'], { env });
  await writeFile(join(first.folder, 'cycles', 'broken.cycle.json'), '{');
  await fetch(`${first.url}/api/v1/cycles`, { headers: { authorization: `Bearer ${token}` } });
  await expect.poll(first.said, { timeout: 10_000 }).toContain('a cycle draft cannot be used');
  expect(second.said()).toBe('');
  await expect(host.start(['--demo', '--host', '0.0.0.0'])).rejects.toThrow('anybody sign in as anybody');
  expect(await first.stop()).toBe(0);
  await host.end();
  await expect(second.stop()).rejects.toThrow('The process of the servers is gone (0)');
});
