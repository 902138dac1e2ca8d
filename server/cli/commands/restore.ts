// restore: a data folder from a backup, without a server.
import { CannotRestoreError, type Restored, restoreBackup } from '../../store/backups/restore.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, option } from '../leaf.ts';
import { asLines } from '../show.ts';

function restore(file: string, folder: string): Restored {
  try {
    return restoreBackup(file, folder);
  } catch (error) {
    if (error instanceof CannotRestoreError) throw new CommandError(error.message, exitCodes.invalid);
    throw error;
  }
}

const linesOf = ({ folder, madeAt, plans, people, drafts, paused }: Restored): string[] => [
  `${folder} is as it was at ${madeAt}: ${plans} plans, ${people} people, ${drafts} drafts of cycles.`,
  paused > 0
    ? `${paused} subscriptions are paused, so that nothing is sent unseen. Set them active again under Automations.`
    : 'There was no active subscription.',
  `Start it with npm start -- --data ${folder}`,
];

export const restoreLeaf: Leaf = {
  verb: 'restore',
  summary: 'a data folder from a backup; nothing is sent before you allow it',
  example: 'restore backup-2026-11-27T01-30-00-000Z.db --data ./restored',
  args: [['<file>', 'the backup, as it was downloaded or as it lies in the data folder']],
  required: [['--data <folder>', 'the folder that becomes it; it holds no database yet']],
  run: async ({ args: [file = ''], options }) => {
    const restored = restore(file, option(options, 'data') ?? '');
    return asLines({ ...restored }, ...linesOf(restored));
  },
};
