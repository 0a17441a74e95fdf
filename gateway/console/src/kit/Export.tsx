import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askView } from '../api/client';
import type { Field, View } from '../api/schema';
import { useWords } from '../words/language';
import { useCatalog } from './catalog';
import { textOf } from './names';
import { told } from './Notice';
import type { Page, Row } from './rows';
import { save, type Cell } from './spreadsheet';
import { clocks, useWhen } from './time';

const AT_ONCE = 500;

interface Props {
  view: View;
  fields: Field[];
  filter: string[];
  sort?: string;
}

/** Saves all rows of a list, as they are shown, with the clocks and the position they were true at. */
export function Export({ view, fields, filter, sort }: Props) {
  const words = useWords();
  const catalog = useCatalog();
  const when = useWhen();
  const [saved, count] = useState(0);
  const cell = async (field: Field, value: unknown): Promise<Cell> =>
    (typeof value === 'number' ? value : textOf(field, value, { words, catalog, when }));
  const saving = useMutation({
    mutationFn: async (form: 'xlsx' | 'csv') => {
      count(0);
      const rows: Cell[][] = [];
      let next: string | null = '';
      let page: Page | undefined;
      while (next !== null) {
        page = await askView<Page>(view.path, { filter, sort, limit: AT_ONCE, next, ...clocks(when) });
        rows.push(...await Promise.all(page.rows.map((row: Row) =>
          Promise.all(fields.map((field) => cell(field, row[field.name]))))));
        count(rows.length);
        next = page.next;
      }
      if (page) await save(form, { name: view.name, about: about(page), head: fields.map((field) => words.label(field.label)), rows });
    },
  });
  const about = ({ asOf, knownAt, position, inboxPosition }: Page): [string, string][] => [
    ['', words.label(view.label)], [words.say('asOf'), asOf], [words.say('knownAt'), knownAt],
    [words.say('position'), `${position} / ${inboxPosition}`],
  ];
  return (
    <Group gap="xs" className="export">
      <span>{words.say('export')}</span>
      <Button variant="default" size="compact-sm" disabled={saving.isPending} onClick={() => saving.mutate('xlsx')}>XLSX</Button>
      <Button variant="default" size="compact-sm" disabled={saving.isPending} onClick={() => saving.mutate('csv')}>CSV</Button>
      <Button variant="default" size="compact-sm" onClick={() => window.print()}>{words.say('print')}</Button>
      {saving.isPending && <output className="quiet">{words.say('rows', { n: saved })}</output>}
      {saving.isError && <span role="alert" className="wrong">{told(saving.error, words)}</span>}
    </Group>
  );
}
