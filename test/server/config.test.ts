import { expect, test } from 'vitest';
import { isLoopback, readConfig } from '../../server/config.ts';

const defaults = {
  port: 3000,
  host: '127.0.0.1',
  data: './data',
  demo: false,
  clean: false,
  logLevel: 'warn',
  allowPrivateWebhooks: false,
  mailFrom: 'Cyclewright <cyclewright@localhost>',
  shutdownGrace: 10,
};
const refusals = (argv: string[], env: NodeJS.ProcessEnv = {}) => {
  const read = readConfig(argv, env);
  return read.kind === 'refused' ? read.problems : read.kind;
};

test('without anything given the defaults hold', () => {
  expect(readConfig([], {})).toEqual({ kind: 'config', config: defaults });
});

test('a flag wins over the environment and the environment over the default', () => {
  const read = readConfig(['--port', '8080', '--clean'], {
    PORT: '9090',
    HOST: '0.0.0.0',
    DATA_DIR: '/data',
  });
  expect(read).toEqual({
    kind: 'config',
    config: { ...defaults, port: 8080, host: '0.0.0.0', data: '/data', clean: true },
  });
});

test('everything that is wrong is told at once, each with where it came from', () => {
  expect(
    refusals(['--prt', '80', '--port', 'many'], { LOG_LEVEL: 'loud', CYCLEWRIGHT_ADMIN_TOKEN: 'short' }),
  ).toEqual([
    '--prt is not a flag. Did you mean --port? --help lists them.',
    '“80” is not expected here. --help lists the flags.',
    '--port: Give a port number.',
    'CYCLEWRIGHT_ADMIN_TOKEN: Use at least 16 characters.',
    'LOG_LEVEL: "loud" is not known here. Use trace, debug, info, warn, error, fatal or silent.',
  ]);
});

test('a flag without its value is told so', () => {
  expect(refusals(['--data'])).toEqual(['--data needs a value.']);
});

test('the demo runs on this computer only and not together with clean', () => {
  expect(refusals(['--demo', '--host', '0.0.0.0'])).toEqual([expect.stringContaining('--host 0.0.0.0')]);
  expect(refusals(['--demo', '--clean'])).toEqual([expect.stringContaining('exclude each other')]);
  expect(refusals(['--demo', '--host', 'localhost'])).toBe('config');
});

test('only names and addresses of this computer are loopback', () => {
  expect(
    ['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]', '::ffff:127.0.0.1'].filter(isLoopback).length,
  ).toBe(6);
  expect(
    ['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', '127.evil.example', 'localhost.evil.example'].filter(
      isLoopback,
    ),
  ).toEqual([]);
});

test('mail needs the address that its links lead to, and a way to go', () => {
  expect(refusals([], { CYCLEWRIGHT_MAIL_URL: 'smtp://mail.city.test:587' })).toEqual([
    'CYCLEWRIGHT_MAIL_URL needs BASE_URL: the links in the mail lead there.',
  ]);
  const site = { BASE_URL: 'https://cyclewright.city.test' };
  expect(refusals([], { ...site, CYCLEWRIGHT_MAIL_URL: 'https://mail.city.test' })).toEqual([
    'CYCLEWRIGHT_MAIL_URL: Give smtp://user:password@host:587, or file:///folder to keep mail there.',
  ]);
  expect(refusals([], { ...site, CYCLEWRIGHT_MAIL_URL: 'file:///var/mail' })).toBe('config');
});
