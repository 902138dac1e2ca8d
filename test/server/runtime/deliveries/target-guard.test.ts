import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePoster } from '../../../../server/runtime/deliveries/post.ts';
import { isPublicAddress, refusalOf } from '../../../../server/runtime/deliveries/target-guard.ts';

const privateAddresses = [
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.0.192',
  '198.18.0.1',
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::7f00:1',
  '4000::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2002:a00:1::',
  '2001::1',
  'fe80::1',
  'fec0::1',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '100::1',
];
const hosts = (address: string) => (address.includes(':') ? `[${address}]` : address);
/** Other ways to write an address, as a URL takes them. */
const spellings = [
  '2130706433',
  '017700000001',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.0.0.1',
  '0x7f.1',
  '127.1',
  '127.0.1',
  '127.0.0.1.',
  '0',
  '00',
  '127。0。0。1',
  '①②⑦.⓪.⓪.①',
  '１２７.0.0.1',
  '2852039166',
  '0xa9fea9fe',
  '0251.0376.0251.0376',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'metadata.google.internal',
  'printer.local',
  '%6c%6f%63%61%6c%68%6f%73%74',
  '[::ffff:169.254.169.254]',
  '[0:0:0:0:0:ffff:127.0.0.1]',
  '[::ffff:7f00:0001]',
];
const paths = ['/', '/latest/meta-data/', '/?x=1#y'];
const corpus = [...privateAddresses.map(hosts), ...spellings].flatMap((host) => [
  ...paths.map((path) => `https://${host}${path}`),
  `http://${host}/`,
  `https://user:pass@${host}/`,
  `https://${host}:8443/`,
]);

describe('an address', () => {
  test.each(privateAddresses)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a URL', () => {
  test(`is refused in each of ${corpus.length} ways to write a place that is not public`, () => {
    expect(corpus.length).toBeGreaterThanOrEqual(250);
    expect(corpus.filter((url) => refusalOf(url, { allowPrivate: false }) === null)).toEqual([]);
  });

  test.each([
    ['https://hooks.example.com/a?b=c', null],
    ['https://8.8.8.8/', null],
    ['http://hooks.example.com/', 'Use https://, so that nobody on the way can read or change it.'],
    ['https://hooks.example.com:8443/', 'Use the port 443: leave the port out.'],
    ['https://user@hooks.example.com/', 'Leave user name and password out: the signature proves the sender.'],
    ['ftp://hooks.example.com/', 'Use an https:// URL.'],
    ['file:///etc/passwd', 'Use an https:// URL.'],
    ['hooks.example.com', 'This is not a URL.'],
  ])('%s is answered with %s', (url, refusal) => {
    expect(refusalOf(url, { allowPrivate: false })).toBe(refusal);
  });

  test.each(['http://127.0.0.1:9000/', 'http://localhost:9000/', 'http://[::1]:9000/'])(
    "%s is taken on one's own computer",
    (url) => {
      expect(refusalOf(url, { allowPrivate: true })).toBe(null);
    },
  );
});

describe('sending', () => {
  let server: Server;
  let port = 0;
  let connections = 0;
  let answer: (url: string) => { status: number; headers?: Record<string, string> } = () => ({ status: 200 });
  const never = new AbortController().signal;
  const send = async (url: string, options: Parameters<typeof makePoster>[0]) => {
    const poster = makePoster(options);
    const result = await poster.post({ url, headers: {}, body: '{}' }, never);
    await poster.close();
    return result;
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { status, headers } = answer(request.url ?? '');
      response.writeHead(status, headers).end('x'.repeat(200_000));
    });
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );

  test('to any of them opens no connection, even when the URL was not checked before', async () => {
    connections = 0;
    const urls = [...privateAddresses.map(hosts), ...spellings].map((host) => `http://${host}:${port}/`);
    const results = await Promise.all(urls.map((url) => send(url, { allowPrivate: false })));
    expect(results.filter((result) => result.kind !== 'unreachable')).toEqual([]);
    expect(connections).toBe(0);
  });

  test('to a name that stands for a private address opens no connection, however it was answered before', async () => {
    connections = 0;
    let asked = 0;
    const rebinding: LookupFunction = (_, options, callback) => {
      asked += 1;
      const address = asked % 2 === 1 ? '127.0.0.1' : '10.0.0.1';
      if (options.all)
        callback(null, [
          { address: '8.8.8.8', family: 4 },
          { address, family: 4 },
        ]);
      else callback(null, address, 4);
    };
    const result = await send(`http://rebind.example:${port}/`, { allowPrivate: false, lookup: rebinding });
    expect(result).toEqual({
      kind: 'unreachable',
      problem: 'rebind.example leads to an address that is not public; nothing was sent.',
    });
    expect([asked, connections]).toEqual([1, 0]);
  });

  test('follows no redirect', async () => {
    connections = 0;
    const seen: string[] = [];
    answer = (url) => {
      seen.push(url);
      return { status: 302, headers: { location: `http://127.0.0.1:${port}/inside` } };
    };
    const result = await send(`http://127.0.0.1:${port}/outside`, { allowPrivate: true });
    expect([result, seen]).toEqual([{ kind: 'answered', status: 302, retryAfter: undefined }, ['/outside']]);
  });

  test('reports what the receiver asks for and reads little of its answer', async () => {
    answer = () => ({ status: 503, headers: { 'retry-after': '120' } });
    expect(await send(`http://127.0.0.1:${port}/`, { allowPrivate: true })).toEqual({
      kind: 'answered',
      status: 503,
      retryAfter: '120',
    });
  });

  test('says that nobody listens', async () => {
    const unused = createServer();
    await new Promise<void>((resolve) => unused.listen(0, '127.0.0.1', resolve));
    const free = (unused.address() as AddressInfo).port;
    await new Promise<void>((resolve) => unused.close(() => resolve()));
    expect(await send(`http://127.0.0.1:${free}/`, { allowPrivate: true })).toEqual({
      kind: 'unreachable',
      problem: 'The receiver refused the connection.',
    });
  });
});
