// One command on one cycle gives the next cycle, or a refusal with its reason. Pure.
import { applyFix, type Cycle, slugSchema, unreachable } from '../../engine/index.ts';
import { retell, t } from '../language/say.ts';
import { type Applied, applied, type Command, type CommandOf, refused } from './command.ts';
import {
  removeDecision,
  removeNamedType,
  renameDecision,
  renameNamedType,
  setDecision,
  setNamedType,
} from './decision-commands.ts';
import { taskKeys } from './make-id.ts';
import {
  changeStageId,
  collapseStage,
  moveInto,
  moveStage,
  moveStages,
  setInitial,
  tidy,
} from './move-commands.ts';
import { renameTaskKey } from './rename-references.ts';
import { addScenario, removeScenario, setScenario } from './scenario-commands.ts';
import { addStage, addStages, removeStage, renameStage, setType, unknownStage } from './stage-commands.ts';
import { findStage, isWaiting, patched, updateStage } from './stage-tree.ts';
import {
  addTransition,
  removeTransition,
  reorderTransition,
  setTransition,
  setTrigger,
} from './transition-commands.ts';

export function applyCommand(cycle: Cycle, command: Command): Applied {
  switch (command.type) {
    case 'add-stage':
      return addStage(cycle, command);
    case 'remove-stage':
      return removeStage(cycle, command);
    case 'add-stages':
      return addStages(cycle, command);
    case 'rename-stage':
      return renameStage(cycle, command);
    case 'change-stage-id':
      return changeStageId(cycle, command);
    case 'set-type':
      return setType(cycle, command);
    case 'set-initial':
      return setInitial(cycle, command);
    case 'move-stage':
      return moveStage(cycle, command);
    case 'move-into':
      return moveInto(cycle, command);
    case 'move-stages':
      return moveStages(cycle, command);
    case 'collapse-stage':
      return collapseStage(cycle, command);
    case 'tidy':
      return tidy(cycle, command);
    case 'add-transition':
      return addTransition(cycle, command);
    case 'set-transition':
      return setTransition(cycle, command);
    case 'set-trigger':
      return setTrigger(cycle, command);
    case 'remove-transition':
      return removeTransition(cycle, command);
    case 'reorder-transition':
      return reorderTransition(cycle, command);
    default:
      return applyFieldCommand(cycle, command);
  }
}

type FieldCommand = CommandOf<
  | 'set-stage'
  | 'set-kind'
  | 'set-actions'
  | 'set-task'
  | 'rename-task'
  | 'remove-task'
  | 'set-variables'
  | 'set-cycle'
  | 'take'
  | 'add-scenario'
  | 'set-scenario'
  | 'remove-scenario'
  | 'mend'
>;
type RuleCommand = CommandOf<
  | 'take-decisions'
  | 'set-decision'
  | 'rename-decision'
  | 'remove-decision'
  | 'set-named-type'
  | 'rename-named-type'
  | 'remove-named-type'
>;

function applyFieldCommand(cycle: Cycle, command: FieldCommand | RuleCommand): Applied {
  switch (command.type) {
    case 'set-stage':
      return patchStage(cycle, command.stage, command.patch);
    case 'set-kind':
      return patchStage(cycle, command.stage, { kind: command.kind ?? undefined });
    case 'set-actions':
      return setActions(cycle, command);
    case 'set-task':
      return setTask(cycle, command);
    case 'rename-task':
      return renameTask(cycle, command);
    case 'remove-task':
      return removeTask(cycle, command);
    case 'set-variables': {
      const some = Object.keys(command.variables).length > 0;
      return applied(patched(cycle, { variables: some ? command.variables : undefined }));
    }
    case 'set-cycle':
      return setCycle(cycle, command);
    case 'take':
      return applied(command.cycle);
    case 'add-scenario':
      return addScenario(cycle, command);
    case 'set-scenario':
      return setScenario(cycle, command);
    case 'remove-scenario':
      return removeScenario(cycle, command);
    case 'mend':
      return mend(cycle, command);
    default:
      return applyRuleCommand(cycle, command);
  }
}

function applyRuleCommand(cycle: Cycle, command: RuleCommand): Applied {
  switch (command.type) {
    case 'take-decisions':
      return takeDecisions(cycle, command);
    case 'set-decision':
      return setDecision(cycle, command);
    case 'rename-decision':
      return renameDecision(cycle, command);
    case 'remove-decision':
      return removeDecision(cycle, command);
    case 'set-named-type':
      return setNamedType(cycle, command);
    case 'rename-named-type':
      return renameNamedType(cycle, command);
    case 'remove-named-type':
      return removeNamedType(cycle, command);
    default:
      return unreachable(command);
  }
}

function patchStage(cycle: Cycle, id: string, patch: object): Applied {
  if (!findStage(cycle, id)) return unknownStage(id);
  return applied(updateStage(cycle, id, (stage) => patched<typeof stage>(stage, patch)));
}

function setActions(cycle: Cycle, { stage: id, when, actions }: CommandOf<'set-actions'>): Applied {
  if (findStage(cycle, id)?.stage.type === 'history') return refused(t('A history stage has no actions.'));
  return patchStage(cycle, id, { [when]: actions.length > 0 ? actions : undefined });
}

function setTask(cycle: Cycle, { stage: id, key, task }: CommandOf<'set-task'>): Applied {
  const placed = findStage(cycle, id);
  if (!placed) return unknownStage(id);
  if (!isWaiting(placed.stage)) return refused(t('An end or a history stage has no tasks.'));
  const own = placed.stage.tasks ?? {};
  if (!Object.hasOwn(own, key) && taskKeys(cycle).has(key)) {
    return refused(t('The task key "{key}" is in use in another stage; choose another.', { key }));
  }
  return patchStage(cycle, id, { tasks: { ...own, [key]: task } });
}

function renameTask(cycle: Cycle, { key, to }: CommandOf<'rename-task'>): Applied {
  if (key === to) return applied(cycle);
  const parsed = slugSchema.safeParse(to);
  if (!parsed.success)
    return refused(retell(parsed.error.issues[0]?.message ?? '') || t('Choose another key.'));
  if (taskKeys(cycle).has(to)) return refused(t('The task key "{to}" is in use; choose another.', { to }));
  return applied(renameTaskKey(cycle, key, to));
}

function removeTask(cycle: Cycle, { stage: id, key }: CommandOf<'remove-task'>): Applied {
  const stage = findStage(cycle, id)?.stage;
  if (!stage || !isWaiting(stage)) return unknownStage(id);
  const { [key]: _gone, ...tasks } = stage.tasks ?? {};
  return patchStage(cycle, id, { tasks: Object.keys(tasks).length > 0 ? tasks : undefined });
}

function takeDecisions(cycle: Cycle, { decisions, types }: CommandOf<'take-decisions'>): Applied {
  const all = { types: { ...cycle.types, ...types }, decisions: { ...cycle.decisions, ...decisions } };
  const some = <T extends object>(record: T): T | undefined =>
    Object.keys(record).length > 0 ? record : undefined;
  return applied(patched(cycle, { types: some(all.types), decisions: some(all.decisions) }));
}

function setCycle(cycle: Cycle, { patch }: CommandOf<'set-cycle'>): Applied {
  if (patch.name !== undefined && patch.name.trim() === '') return refused(t('A cycle needs a name.'));
  return applied(patched<Cycle>(cycle, patch));
}

function mend(cycle: Cycle, { fix }: CommandOf<'mend'>): Applied {
  const mended = applyFix(cycle, fix);
  return mended.kind === 'fixed' ? applied(mended.cycle) : refused(retell(mended.reason));
}
