// What works on a file by itself, without a server: verbs that need no noun.
import type { Leaf } from '../leaf.ts';
import { decideLeaf } from './decide.ts';
import { restoreLeaf } from './restore.ts';
import { scoreLeaf } from './score.ts';
import { testLeaf } from './test.ts';

export const fileLeaves: Leaf[] = [decideLeaf, restoreLeaf, scoreLeaf, testLeaf];
