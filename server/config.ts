// How the server is set up: flag over environment over default, checked by one schema.
// Everything that is wrong is told at once, each with where it came from.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { nearest } from '../engine/index.ts';
import './plain-words.ts';

const flag = z.union([z.boolean(), z.enum(['1', 'true', '0', 'false', ''])]);
const onOff = flag.transform((value) => value === true || value === '1' || value === 'true').default(false);

const configSchema = z.strictObject({
  port: z.coerce.number('Give a port number.').int().min(0).max(65535).default(3000),
  host: z.string().min(1).default('127.0.0.1'),
  data: z.string().min(1).default('./data'),
  demo: onOff,
  clean: onOff,
  adminToken: z.string().min(16, 'Use at least 16 characters.').optional(),
  baseUrl: z.url('Give a URL such as https://cyclewright.example.com.').optional(),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
  allowPrivateWebhooks: onOff,
  mailUrl: z
    .url({
      protocol: /^(smtps?|file)$/,
      error: 'Give smtp://user:password@host:587, or file:///folder to keep mail there.',
    })
    .optional(),
  mailFrom: z.string().min(3).default('Cyclewright <cyclewright@localhost>'),
  shutdownGrace: z.coerce.number('Give seconds.').min(0).max(600).default(10),
});
export type Config = z.infer<typeof configSchema>;
type Name = keyof Config;

interface Origin {
  flag?: string;
  env?: string;
  help: string;
}

/** Where each setting comes from; the README's table is made from this. */
export const configOrigins: Record<Name, Origin> = {
  port: { flag: 'port', env: 'PORT', help: 'Port to listen on; 0 takes a free one' },
  host: { flag: 'host', env: 'HOST', help: 'Address to listen on' },
  data: { flag: 'data', env: 'DATA_DIR', help: 'Folder that holds the database and the cycle drafts' },
  demo: { flag: 'demo', help: 'Fill an empty folder with the sample organisation and its demo sign-ins' },
  clean: { flag: 'clean', help: 'Start an empty folder without the question what to do with it' },
  adminToken: {
    env: 'CYCLEWRIGHT_ADMIN_TOKEN',
    help: 'Bearer token that acts as an administrator, for automation',
  },
  baseUrl: { env: 'BASE_URL', help: 'The address that browsers use, when a proxy stands in front' },
  logLevel: { env: 'LOG_LEVEL', help: 'trace, debug, info, warn, error, fatal or silent' },
  allowPrivateWebhooks: {
    env: 'CYCLEWRIGHT_ALLOW_PRIVATE_WEBHOOKS',
    help: '1 lets webhooks go to private and loopback addresses',
  },
  mailUrl: {
    env: 'CYCLEWRIGHT_MAIL_URL',
    help: 'Sends digests of what is due: smtp://user:password@host:587, or file:///folder to write them there',
  },
  mailFrom: { env: 'CYCLEWRIGHT_MAIL_FROM', help: 'Whom that mail comes from' },
  shutdownGrace: {
    env: 'SHUTDOWN_GRACE',
    help: 'Seconds that work under way may take when the server stops',
  },
};

export type ReadConfig =
  | { kind: 'config'; config: Config }
  | { kind: 'help' }
  | { kind: 'refused'; problems: string[] };

const names = Object.keys(configOrigins) as Name[];
const byFlag = new Map(names.map((name) => [configOrigins[name].flag, name]));
const switches = new Set<string | undefined>(['demo', 'clean', 'help']);
const flags = [...byFlag.keys(), 'help'].filter((known) => known !== undefined);

interface Given {
  value: string | boolean;
  from: string;
}

function unknownFlag(name: string): string {
  const suggestion = nearest(name, flags);
  return `--${name} is not a flag.${suggestion ? ` Did you mean --${suggestion}?` : ''} --help lists them.`;
}

/** The flags as given, and what is wrong with them. */
function readFlags(argv: string[]): { given: Map<string, Given>; problems: string[] } {
  const options = Object.fromEntries(
    flags.map((name) => [name, { type: switches.has(name) ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: argv, options, strict: false, tokens: true });
  const given = new Map<string, Given>();
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional')
      problems.push(`“${token.value}” is not expected here. --help lists the flags.`);
    if (token.kind !== 'option') continue;
    if (!flags.includes(token.name)) problems.push(unknownFlag(token.name));
    else if (!switches.has(token.name) && !token.value) problems.push(`--${token.name} needs a value.`);
    else given.set(token.name, { value: token.value ?? true, from: `--${token.name}` });
  }
  return { given, problems };
}

function givenFor(name: Name, fromFlags: Map<string, Given>, env: NodeJS.ProcessEnv): Given | undefined {
  const origin = configOrigins[name];
  const flagged = origin.flag ? fromFlags.get(origin.flag) : undefined;
  if (flagged) return flagged;
  const value = origin.env ? env[origin.env] : undefined;
  return value ? { value, from: origin.env ?? name } : undefined;
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host);

function contradictions(config: Config): string[] {
  const problems: string[] = [];
  if (config.demo && config.clean) problems.push('--demo and --clean exclude each other: choose one.');
  if (config.demo && !isLoopback(config.host))
    problems.push(
      `--demo lets anybody sign in as anybody, so it only runs on this computer: leave out --host ${config.host}, or use --clean.`,
    );
  if (config.mailUrl && !config.baseUrl)
    problems.push('CYCLEWRIGHT_MAIL_URL needs BASE_URL: the links in the mail lead there.');
  return problems;
}

export function readConfig(argv: string[], env: NodeJS.ProcessEnv): ReadConfig {
  const { given, problems } = readFlags(argv);
  if (given.has('help')) return { kind: 'help' };
  const found = new Map(
    names.flatMap((name) => {
      const value = givenFor(name, given, env);
      return value ? [[name, value] as const] : [];
    }),
  );
  const values = Object.fromEntries([...found].map(([name, { value }]) => [name, value]));
  const parsed = configSchema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const from = found.get(issue.path[0] as Name)?.from ?? String(issue.path[0]);
      problems.push(`${from}: ${issue.message}`);
    }
    return { kind: 'refused', problems };
  }
  problems.push(...contradictions(parsed.data));
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'config', config: parsed.data };
}

/** The settings as the README shows them. */
export function configurationTable(): string {
  const defaults = configSchema.parse({});
  const cell = (text: string | undefined) => (text ? `\`${text}\`` : '');
  const lines = names.map((name) => {
    const { flag, env, help } = configOrigins[name];
    const value = defaults[name];
    const preset = value === undefined || value === false ? '' : cell(String(value));
    return `| ${cell(flag && `--${flag}`)} | ${cell(env)} | ${preset} | ${help} |`;
  });
  return ['| Flag | Environment | Default | |', '|---|---|---|---|', ...lines, ''].join('\n');
}

export function helpText(): string {
  const lines = names.map((name) => {
    const origin = configOrigins[name];
    const how = [origin.flag ? `--${origin.flag}` : null, origin.env].filter(
      (part) => part !== null && part !== undefined,
    );
    return `  ${how.join(', ').padEnd(38)} ${origin.help}`;
  });
  return ['npm start -- [flags]', '', ...lines, '', 'Example: npm start -- --demo --port 8080', ''].join(
    '\n',
  );
}
