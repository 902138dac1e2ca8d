// The menu of files beside a draft: it exports what is on the canvas now, saved or not.
import { useEditing } from '../panels/editing.ts';
import { FileMenu } from './FileMenu.tsx';

export function DraftFiles() {
  const { cycle, readOnly } = useEditing();
  return <FileMenu cycle={cycle} editable={!readOnly} />;
}
