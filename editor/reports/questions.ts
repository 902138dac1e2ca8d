// Every report by its name: its question, and where it stands on the page.
import type { ReportMail } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import {
  groupsBoard,
  outcomesBoard,
  progressBoards,
  ratersBoard,
  resultBoards,
  type ShownBoard,
} from './catalogue.ts';

type ReportName = ReportMail['board'];
const everyBoard = [outcomesBoard, ...progressBoards, ...resultBoards, ratersBoard, groupsBoard];
export const standingQuestion = t('How does the organisation stand?');
export const waitsQuestion = t('Where do plans wait?');

export function questionOf(name: ReportName): string {
  if (name === 'standing') return standingQuestion;
  return everyBoard.find(({ board }) => board === name)?.question ?? waitsQuestion;
}

/** Where a report stands on the page. */
export function tabOf(name: ReportName): 'overview' | 'progress' | 'results' | 'ratings' {
  const isIn = (shown: readonly ShownBoard[]) => shown.some(({ board }) => board === name);
  if (isIn(progressBoards)) return 'progress';
  if (isIn(resultBoards)) return 'results';
  return isIn([ratersBoard, groupsBoard]) ? 'ratings' : 'overview';
}
