// npm run bench:start: from the command to the first inbox of the sample organisation, on a folder that did not exist, in
// seconds. Nothing else is started or asked for. The aim is a minute (M3): ends with 1 when it takes longer.
import { performance } from 'node:perf_hooks';
import { startServer } from '../support/start-server.ts';
import { judge } from './over-reach.ts';

const AIM_SECONDS = 60;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const since = (start: number): string => ((performance.now() - start) / 1000).toFixed(1);

interface Page {
  items: { title: string }[];
}

async function read(url: string, path: string, cookie: string): Promise<Response> {
  const response = await fetch(`${url}${path}`, {
    headers: { cookie, accept: 'text/html, application/json' },
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response;
}

/** As a press on a person of the demonstration does. */
async function signIn(url: string): Promise<string> {
  const setup: { demoPeople: { id: string; roles: string[] }[] } = await (
    await read(url, '/api/v1/setup', '')
  ).json();
  const manager = setup.demoPeople.find(({ roles }) => roles.includes('manager'));
  const response = await fetch(`${url}/api/v1/setup/sign-in-as`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ personId: manager?.id }),
  });
  if (!response.ok) throw new Error(`The sign-in answered ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const start = performance.now();
const server = await startServer(['--demo']);
try {
  say(`| ready | ${since(start)} s |`);
  const cookie = await signIn(server.url);
  await read(server.url, '/inbox', cookie);
  const inbox: Page = await (await read(server.url, '/api/v1/tasks?assignee=me&state=open', cookie)).json();
  if (inbox.items.length === 0) throw new Error('The inbox of the sample is empty.');
  const seconds = since(start);
  say(
    `| inbox with ${inbox.items.length} tasks | ${seconds} s (${Math.round((Number(seconds) / AIM_SECONDS) * 100)} % of ${AIM_SECONDS} s) |`,
  );
  judge([{ name: 'from the command to the inbox', took: Number(seconds), reach: AIM_SECONDS, unit: 's' }]);
} finally {
  await server.stop();
}
