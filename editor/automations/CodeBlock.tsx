// Code to copy, whole, with one press.
import { Code } from '@mantine/core';
import { CopyAct } from '../app/parts/CopyAct.tsx';
import { t } from '../language/index.ts';

export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div style={{ position: 'relative' }}>
      {/* It scrolls, so the keyboard must get to it. */}
      <Code
        block
        component="section"
        aria-label={label}
        tabIndex={0}
        style={{
          maxHeight: 420,
          overflow: 'auto',
          padding: '12px 52px 12px 16px',
          whiteSpace: 'pre',
          border: '1px solid var(--cw-border)',
          background: 'var(--cw-surface)',
          // What is copied stands as it is typed: three signs, not one.
          fontVariantLigatures: 'none',
        }}
      >
        {code}
      </Code>
      <CopyAct
        text={code}
        label={t('Copy: {label}', { label })}
        variant="default"
        style={{ position: 'absolute', top: 8, right: 8 }}
      />
    </div>
  );
}
