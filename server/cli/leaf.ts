// One verb of the command line: the same flags, help and way to end for every one of them.
import { type Command, Option } from 'commander';
import { type Client, type Fetch, makeClient } from './client.ts';
import { CommandError } from './exit-codes.ts';
import { render, type Shown } from './show.ts';

/** The world as a command sees it. */
export interface Outside {
  out(text: string): void;
  err(text: string): void;
  fetch: Fetch;
  readFile(path: string): Promise<string>;
}

export type Options = Record<string, string | string[] | boolean | undefined>;

export interface Run {
  client: Client;
  args: string[];
  options: Options;
  outside: Outside;
}

export interface Leaf {
  verb: string;
  summary: string;
  /** After `npm run cyclewright --`. */
  example: string;
  args?: [name: string, help: string][];
  options?: [flags: string, help: string][];
  /** Options that must be given. */
  required?: [flags: string, help: string][];
  run(run: Run): Promise<Shown>;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const option = (options: Options, name: string): string | undefined => text(options[name]);

export const options = (given: Options, name: string): string[] | undefined => {
  const value = given[name];
  return Array.isArray(value) ? value : undefined;
};

/** Adds the verb to a noun, or to the program itself. */
export function addLeaf(parent: Command, leaf: Leaf, outside: Outside): void {
  const command = parent.command(leaf.verb).description(leaf.summary);
  for (const [name, help] of leaf.args ?? []) command.argument(name, help);
  for (const [flags, help] of leaf.options ?? []) command.option(flags, help);
  for (const [flags, help] of leaf.required ?? []) command.requiredOption(flags, help);
  command
    .option('--json', 'print one JSON document')
    .option('--quiet', 'print nothing when it went well')
    .addOption(
      new Option('--server <url>', 'the server').env('CYCLEWRIGHT_URL').default('http://localhost:3000'),
    )
    .addOption(new Option('--token <token>', 'the admin token').env('CYCLEWRIGHT_ADMIN_TOKEN'))
    .addHelpText('after', `\nExample:\n  npm run cyclewright -- ${leaf.example}`)
    .action(async () => {
      const given: Options = command.opts();
      const client = makeClient({
        server: option(given, 'server') ?? '',
        token: option(given, 'token'),
        fetch: outside.fetch,
      });
      const shown = await leaf.run({ client, args: command.args, options: given, outside });
      if (!given.quiet || shown.exitCode) outside.out(render(shown, given.json === true));
      if (shown.exitCode) throw new CommandError('', shown.exitCode);
    });
}

export function addNoun(
  program: Command,
  outside: Outside,
  { noun, summary, leaves }: { noun: string; summary: string; leaves: Leaf[] },
): void {
  const command = program.command(noun).description(summary);
  for (const leaf of leaves) addLeaf(command, leaf, outside);
}

/** `--limit` of a list. */
export const limitOption: [string, string] = ['--limit <n>', 'at most so many (default 200)'];
export const limitOf = (given: Options): number => Math.max(1, Number(option(given, 'limit') ?? 200) || 200);
