// Who does it, as a relation or an expression, and under it who that would be today for a component of one's choice.
import { Suspense, useState } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import type { Applied } from '../document/command.ts';
import { t } from '../language/index.ts';
import { useSampling } from '../sample/sample-context.ts';
import { QuietAct } from '../theme/QuietAct.tsx';
import { SuggestField } from './ChoiceField.tsx';
import { assigneeSuggestions } from './task-presets.ts';

const WouldBe = latePart(async () => (await import('../sample/WouldBe.tsx')).WouldBe);

interface Props {
  label: string;
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
}

export function AssigneeField({ label, place, value, apply }: Props) {
  const { sample } = useSampling();
  const [isAsked, setAsked] = useState(false);
  const isShown = value.trim() !== '' && (isAsked || sample.componentId !== null);
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <SuggestField
        label={label}
        place={place}
        value={value}
        suggestions={assigneeSuggestions}
        apply={apply}
      />
      {isShown ? (
        <Suspense fallback={null}>
          <WouldBe text={value} picking={isAsked} onPick={setAsked} />
        </Suspense>
      ) : (
        value.trim() !== '' && (
          <QuietAct mt={4} onClick={() => setAsked(true)}>
            {t('Who would this be today?')}
          </QuietAct>
        )
      )}
    </div>
  );
}
