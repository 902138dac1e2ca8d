// Picks components from the tree: one by one, a whole branch at once, or what a search finds. A branch is read when it is
// opened, and chosen without being read.
import { ActionIcon, Button, Checkbox, Group, Input, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { type ComponentPicks, isPicked, readPicks } from '../../engine/index.ts';
import { everyComponentFoundQuery, mostAtOnce } from '../app/api/choice-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { More } from '../app/parts/More.tsx';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';
import { type Branch, toLines } from '../organisation/tree.ts';
import { type Branches, useBranches } from '../organisation/use-branches.ts';
import classes from './launches.module.css';
import { type Chain, type Decision, isWholeIn, tickBranch, tickOne, tickThese } from './picking.ts';

interface Props {
  picked: Decision[];
  onChange: (picked: Decision[]) => void;
}
interface LineProps extends Props {
  branch: Branch;
  branches: Branches;
  chain: Chain;
  picks: ComponentPicks;
}

const lineHeight = 36;

function Line({ branch, branches, chain, picks, picked, onChange }: LineProps) {
  const { item, hasParts } = branch;
  const isOpen = branches.isOpen(branch);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      {hasParts ? (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={isOpen ? t('Close {name}', { name: item.name }) : t('Open {name}', { name: item.name })}
          aria-expanded={isOpen}
          loading={branches.isReading(item.id)}
          onClick={() => branches.toggle(branch)}
        >
          <Chevron size={16} aria-hidden />
        </ActionIcon>
      ) : (
        <span className={classes.noChevron} />
      )}
      <Checkbox
        size="xs"
        checked={isPicked(chain, picks)}
        onChange={() => onChange(tickOne(picked, chain))}
        label={
          <>
            {item.name}{' '}
            <Text span size="xs" c="var(--cw-muted)">
              {kindName(item.kind)}
            </Text>
          </>
        }
        classNames={{ root: classes.pick, label: classes.pickLabel }}
      />
      {item.parts > 0 && (
        <Button
          variant={isWholeIn(picked, chain, picks) ? 'light' : 'subtle'}
          size="compact-xs"
          style={{ flex: 'none' }}
          aria-pressed={isWholeIn(picked, chain, picks)}
          aria-label={t('{name} with all below', { name: item.name })}
          onClick={() => onChange(tickBranch(picked, chain))}
        >
          {t('with all below')}
        </Button>
      )}
    </>
  );
}

/** Every id above each of the lines that were read; what names itself ends the walk. */
function chainsOf(items: Branches['items']): (id: string) => Chain {
  const parents = new Map(items.map(({ id, parentId }) => [id, parentId]));
  return (id) => {
    const above: string[] = [];
    for (let at = parents.get(id); at && at !== id && !above.includes(at); at = parents.get(at))
      above.push(at);
    return [id, ...above];
  };
}

function Tree({ branches, picked, onChange }: Props & { branches: Branches }) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = toLines(branches.tree, branches.isOpen);
  const chainOf = useMemo(() => chainsOf(branches.items), [branches.items]);
  const picks = readPicks(picked);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  });
  return (
    <div ref={frame} className={classes.picks}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const branch = lines[index];
          if (!branch) return null;
          return (
            <div
              key={branch.item.id}
              className={classes.pickLine}
              style={{ transform: `translateY(${start}px)`, paddingLeft: 6 + (branch.level - 1) * 18 }}
            >
              <Line {...{ branch, branches, picks, picked, onChange }} chain={chainOf(branch.item.id)} />
            </div>
          );
        })}
      </div>
      {branches.more && <More query={branches.more} />}
    </div>
  );
}

function SelectAll({ asked, branches, picked, onChange }: Props & { asked: string; branches: Branches }) {
  const client = useQueryClient();
  const { count, tree } = branches;
  if (asked === '')
    return (
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange(tree.reduce<Decision[]>((all, { item }) => tickBranch(all, [item.id]), []))}
      >
        {t('Select all')}
      </Button>
    );
  const these = async () => {
    const found = await client.fetchQuery(everyComponentFoundQuery(asked));
    const chains = found.map(({ id, above }): Chain => [id, ...above.map((one) => one.id).reverse()]);
    onChange(tickThese(picked, chains));
  };
  return (
    <Button
      size="xs"
      variant="default"
      disabled={count === null || count === 0 || count > mostAtOnce}
      onClick={() => void these()}
    >
      {t('Select these {count}', { count: count ?? 0 })}
    </Button>
  );
}

export function PickComponents({ picked, onChange }: Props) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const branches = useBranches(asked === '' ? null : { q: asked }, undefined);
  return (
    <Input.Wrapper label={t('Components')} labelElement="div">
      <Group gap="xs" my={6}>
        <TextInput
          size="xs"
          flex="1 1 200px"
          placeholder={t('Search components')}
          aria-label={t('Search components')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SelectAll {...{ asked, branches, picked, onChange }} />
        <Button size="xs" variant="default" disabled={picked.length === 0} onClick={() => onChange([])}>
          {t('Select none')}
        </Button>
      </Group>
      <Loaded<unknown> query={branches.query} lines={4}>
        {() =>
          branches.items.length === 0 ? (
            <Text size="sm" c="var(--cw-muted)" p="sm">
              {t('No component fits “{text}”.', { text: asked })}
            </Text>
          ) : (
            <Tree {...{ branches, picked, onChange }} />
          )
        }
      </Loaded>
    </Input.Wrapper>
  );
}
