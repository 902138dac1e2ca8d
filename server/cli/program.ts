// The command line: nouns and verbs over a running server.
import { Command, CommanderError } from 'commander';
import { absenceLeaves } from './commands/absence.ts';
import { cycleLeaves } from './commands/cycles.ts';
import { fileLeaves } from './commands/files.ts';
import { interchangeLeaves } from './commands/interchange.ts';
import { migrationLeaves } from './commands/migrations.ts';
import { componentLeaves, peopleLeaves } from './commands/organisation.ts';
import { launchLeaves, planLeaves } from './commands/plans.ts';
import { importLeaves, serverLeaves } from './commands/server.ts';
import { shadowLeaves } from './commands/shadows.ts';
import { deliveryLeaves, incidentLeaves, taskLeaves } from './commands/work.ts';
import '../plain-words.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { addLeaf, addNoun, type Leaf, type Outside } from './leaf.ts';

const nouns: { noun: string; summary: string; leaves: Leaf[] }[] = [
  { noun: 'component', summary: 'what the organisation manages', leaves: componentLeaves },
  { noun: 'people', summary: 'who works here', leaves: peopleLeaves },
  { noun: 'cycle', summary: 'drafts and versions of cycles', leaves: [...cycleLeaves, ...interchangeLeaves] },
  { noun: 'import', summary: 'records from files', leaves: importLeaves },
  { noun: 'launch', summary: 'cycles started for many components', leaves: launchLeaves },
  { noun: 'migration', summary: 'plans taken from one version to another', leaves: migrationLeaves },
  { noun: 'shadow', summary: 'candidate versions beside live plans', leaves: shadowLeaves },
  { noun: 'plan', summary: 'components on their way through a cycle', leaves: planLeaves },
  { noun: 'task', summary: 'what people have to do', leaves: taskLeaves },
  { noun: 'absence', summary: 'when people are away', leaves: absenceLeaves },
  { noun: 'incident', summary: 'steps that failed and wait', leaves: incidentLeaves },
  { noun: 'delivery', summary: 'webhooks on their way', leaves: deliveryLeaves },
  { noun: 'server', summary: 'the server itself', leaves: serverLeaves },
];

const exitCodesHelp = `
Exit codes: 0 done, 1 failed, 2 wrong call, 3 not found, 4 not valid, 5 conflict, 6 not allowed.
The server is --server or CYCLEWRIGHT_URL; the token is --token or CYCLEWRIGHT_ADMIN_TOKEN.`;

export function makeProgram(outside: Outside): Command {
  const program = new Command('cyclewright')
    .description('Work with a running Cyclewright server.')
    .addHelpText('after', exitCodesHelp)
    .showSuggestionAfterError()
    .showHelpAfterError('(--help explains the command)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => outside.out(text.trimEnd()),
      writeErr: (text) => outside.err(text.trimEnd()),
    });
  for (const leaf of fileLeaves) addLeaf(program, leaf, outside);
  for (const noun of nouns) addNoun(program, outside, noun);
  return program;
}

/** Runs one call and says how it ended. */
export async function runProgram(argv: string[], outside: Outside): Promise<number> {
  try {
    await makeProgram(outside).parseAsync(argv, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (!(error instanceof CommandError)) throw error;
    const asJson = argv.includes('--json') && error.problem;
    const said = asJson ? JSON.stringify(error.problem, null, 2) : error.message;
    if (said) outside.err(said);
    return error.exitCode;
  }
}
