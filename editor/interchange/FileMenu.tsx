// Exports of a cycle, and what may be read into it, in one menu.
import { ActionIcon, Menu, Stack, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { told, toldFailure } from '../app/parts/told.ts';
import { usePaletteActs } from '../app/shell/palette-acts.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { Hint } from '../theme/Hint.tsx';
import { type Format, formats, mimeTypes } from './formats.ts';
import { Remarks } from './Remarks.tsx';
import type { Remark } from './remark.ts';
import { saveFile } from './save-file.ts';

const DecisionsDialog = latePart(async () => (await import('./DecisionsDialog.tsx')).DecisionsDialog, {
  told: 'over',
});

interface Props {
  cycle: Cycle;
  /** The cycle is being edited, so decision tables can be read into it. */
  editable: boolean;
}

interface Report {
  format: Format;
  fileName: string;
  remarks: Remark[];
}

export function FileMenu({ cycle, editable }: Props) {
  const [report, setReport] = useState<Report | null>(null);
  const [reading, setReading] = useState(false);
  const save = async (format: Format) => {
    const { writeDocument } = await import('./write-document.ts');
    const { content, remarks } = await writeDocument(cycle, format.key);
    const fileName = `${cycle.id}.${format.ending}`;
    saveFile(fileName, content, mimeTypes[format.key]);
    if (remarks.length > 0) setReport({ format, fileName, remarks });
    else told(t('{fileName} is with your downloads.', { fileName }));
  };
  const offered = formats.filter(({ key }) => key !== 'dmn' || Object.keys(cycle.decisions ?? {}).length > 0);
  usePaletteActs(
    t('Export'),
    offered.map((format) => ({
      id: format.key,
      label: t('Export as {format}', { format: format.label }),
      run: () => void save(format).catch(toldFailure),
    })),
  );
  return (
    <>
      <Menu width={300} position="bottom-end">
        <Menu.Target>
          <Hint label={t('Export')}>
            <ActionIcon size={32} aria-label={t('Export')}>
              <IconFileExport size={18} />
            </ActionIcon>
          </Hint>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('Export as')}</Menu.Label>
          {offered.map((format) => (
            <Menu.Item key={format.key} onClick={() => void save(format).catch(toldFailure)}>
              {format.label}
              <Text size="xs" c="var(--cw-muted)">
                {format.about}
              </Text>
            </Menu.Item>
          ))}
          {editable && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconFileImport size={16} />} onClick={() => setReading(true)}>
                {t('Read decision tables…')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {report && <ExportReport report={report} onClose={() => setReport(null)} />}
      {reading && (
        <Suspense fallback={null}>
          <DecisionsDialog onClose={() => setReading(false)} />
        </Suspense>
      )}
    </>
  );
}

function ExportReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const { format, fileName, remarks } = report;
  return (
    <Dialog opened onClose={onClose} title={t('Exported as {format}', { format: format.label })} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          {t('{fileName} is with your downloads. Other programs that read it pass over the following.', {
            fileName,
          })}
        </Text>
        <Remarks remarks={remarks} />
      </Stack>
    </Dialog>
  );
}
