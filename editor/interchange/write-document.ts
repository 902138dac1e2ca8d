// Writes a cycle in another notation or as a picture: a file, and what that notation has no words for.
import {
  type Cycle,
  decisionsToDmn,
  exportMermaid,
  exportScxml,
  exportXState,
  formatCycle,
} from '../../engine/index.ts';
import { exportPng, exportSvg } from '../canvas/picture/export-picture.ts';
import { placedCycle } from '../canvas/tidy/placed-cycle.ts';
import type { FormatKey } from './formats.ts';
import { fromImport, type Remark } from './remark.ts';

export interface Written {
  content: string | Blob;
  remarks: Remark[];
}

const whole = (content: string | Blob): Written => ({ content, remarks: [] });

export async function writeDocument(cycle: Cycle, format: FormatKey): Promise<Written> {
  switch (format) {
    case 'json':
      return whole(formatCycle(cycle));
    case 'svg':
      return whole(await exportSvg(await placedCycle(cycle)));
    case 'png':
      return whole(await exportPng(await placedCycle(cycle)));
    case 'mermaid':
      return whole(exportMermaid(cycle));
    case 'dmn':
      return whole(decisionsToDmn(cycle));
    case 'scxml':
    case 'xstate': {
      const { text, problems } = format === 'scxml' ? exportScxml(cycle) : exportXState(cycle);
      return { content: text, remarks: problems.map(fromImport) };
    }
  }
}
